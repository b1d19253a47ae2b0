[(block) (settings) (rows) (cases) (braces) (vector)] @fold
