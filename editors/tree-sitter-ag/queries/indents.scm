; @indent and @outdent are Helix's, @indent.begin and @indent.branch Neovim's, @indent and @end Zed's.
[(block) (settings) (rows) (cases) (braces)] @indent @indent.begin
[(arguments) (vector) (group) (tuple)] @indent @indent.begin
(_ "}" @end)
(_ ")" @end)
(_ "]" @end)
["}" ")" "]"] @outdent @indent.branch
