; The names of captures are those that Neovim, Helix and Zed all know, or know the beginning of. Later patterns win.

(name) @variable
(number) @constant.numeric
(fraction) @constant.numeric
(boolean) @constant.builtin
((name) @constant.builtin
  (#any-of? @constant.builtin "pi" "π" "e" "inf" "∞" "nan"))

(call function: (name) @function)
((name) @function.builtin
  (#any-of? @function.builtin
; functions
  "abs" "accuracy" "acos" "acosh" "acot" "acoth" "acsc" "acsch" "append" "arc_length" "argmax" "argmin" "argsort" "asec" "asech" "asin" "asinh" "atan" "atan2" "atanh" "bce" "bce_logits" "beta" "cbrt" "ceil" "chars" "choice" "cholesky" "clamp" "clamp_max" "clamp_min" "concat" "confusion" "constant_lr" "cos" "cosh" "cosine_annealing_lr" "cosine_annealing_warm_restarts" "cot" "coth" "cross" "cross_entropy" "csc" "csch" "csv" "cumprod" "cumsum" "cyclic_lr" "cyclic_momentum" "dataset" "describe" "det" "detach" "diag" "diff" "digamma" "directional" "dot" "eigenvalues" "eigenvectors" "elu" "enumerate" "erf" "erfc" "exp" "expm1" "exponential_lr" "factorial" "flatten" "floor" "from_json" "gamma" "gelu" "gradient" "hessian" "hinge" "hypot" "identity" "index_of" "integral" "inv" "iterate" "jacobian" "join" "json" "jvp" "lbeta" "leaky_relu" "len" "lgamma" "linear" "linear_lr" "lines" "linspace" "ln" "log" "log10" "log1p" "log2" "log_softmax" "logsumexp" "lstsq" "make_blobs" "make_circles" "make_moons" "make_spirals" "map" "max" "mean" "median" "min" "mod" "mse" "multistep_lr" "norm" "normal" "normal_cdf" "normal_pdf" "normal_quantile" "one_cycle_lr" "one_cycle_momentum" "one_hot" "ones" "outer" "polygamma" "polynomial_lr" "prod" "qr" "quantile" "random" "reduce_lr_on_plateau" "relu" "reshape" "reverse" "root" "roots" "round" "sec" "sech" "sgn" "shuffle" "sigmoid" "sign" "silu" "sin" "sinh" "softmax" "softplus" "sort" "split" "sqrt" "standardize" "std" "step_lr" "sum" "svd" "tan" "tanh" "tile" "to_number" "transpose" "trunc" "uniform" "unique" "unstandardize" "var" "variance" "vjp" "where" "xor" "zeros" "zip"))
(definition left: (call function: (name) @function))
(definition left: (call function: (name) arguments: (arguments (name) @variable.parameter)))
(definition left: (call arguments: (arguments (keyword_argument name: (name) @variable.parameter))))
(lambda parameter: (name) @variable.parameter)
(lambda parameter: (tuple (name) @variable.parameter))
(keyword_argument name: (name) @variable.parameter)
(setting name: (name) @attribute)
(derivative) @function.builtin
(latex) @function.builtin

(text) @string
(escape) @string.escape
(format) @string.special
(interpolation ["{" "}"] @punctuation.special)
(comment) @comment

(command word: _ @keyword)
(clause word: _ @keyword)
(model word: _ @keyword)
["let" "data" "suppose" "worksheet" "limit" "as" "test" "while" "repeat" "for" "if" "then" "else" "in" "by" "at" "otherwise"] @keyword
["and" "or" "not"] @keyword.operator
["=" "+=" "-=" "*=" "/=" "≈" "~=" "~" "->" "→" ".." "..<"] @operator
(side) @operator
(binary operator: _ @operator)
(power ["^" "**" ".^" "∘"] @operator)
(root ["√" "∛" "∜"] @operator)
["(" ")" "[" "]" "{" "}"] @punctuation.bracket
(bars "|" @punctuation.bracket)
["," ";"] @punctuation.delimiter
