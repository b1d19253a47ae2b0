" Vim syntax of ag; the words come from the language's tables, and a test holds them to it.
if exists('b:current_syntax')
  finish
endif
syntax case match
syntax iskeyword @,48-57,_,192-255
" statements
syntax match agStatement /\%(^\|[;{]\)\@<=\s*\%(let\|set\|data\|mlp\|train\|minimize\|fit\|grad\|backward\|zero\|check\|trace\|explain\|derive\|nudge\|compare\|suppose\|guess\|hint\|show\|graph\|step\|practice\|worksheet\|solve\|ode\|tangent\|linearize\|taylor\|limit\|critical\|extrema\|plot\|explore\|print\|assert\|import\|seed\|break\|continue\|return\|repeat\|while\|save\|load\|export\|summary\|test\|for\|if\)\>\%(\s*=\)\@!/
" reserved
syntax keyword agReserved and else false for if in not or then true
" lines
syntax match agSetting /\%(^\|[;{]\)\@<=\s*\%(batch\|checkpoint\|clip\|epochs\|init\|input\|layer\|log\|loss\|optimizer\|reduce\|regularize\|resume\|robust\|seed\|sigma\|steps\|stop\|threads\|weights\)\s\+\ze[^= ]/
" clauses
syntax match agClause /\%([[:alnum:])\]"']\s\)\@<=\%(all\|as\|at\|by\|from\|of\|on\|order\|over\|rule\|rules\|subject\|title\|to\|within\|wrt\)\>\%(\s*=\)\@!/
" functions
syntax keyword agFunction abs accuracy acos acosh acot acoth acsc acsch append arc_length argmax argmin argsort asec asech asin asinh atan atan2 atanh bce bce_logits beta cbrt ceil chars choice cholesky clamp clamp_max clamp_min concat confusion constant_lr cos cosh cosine_annealing_lr cosine_annealing_warm_restarts cot coth cross cross_entropy csc csch csv cumprod cumsum cyclic_lr cyclic_momentum dataset describe det detach diag diff digamma directional dot eigenvalues eigenvectors elu enumerate erf erfc exp expm1 exponential_lr factorial flatten floor from_json gamma gelu gradient hessian hinge hypot identity index_of integral inv iterate jacobian join json jvp lbeta leaky_relu len lgamma linear linear_lr lines linspace ln log log10 log1p log2 log_softmax logsumexp lstsq make_blobs make_circles make_moons make_spirals map max mean median min mod mse multistep_lr norm normal normal_cdf normal_pdf normal_quantile one_cycle_lr one_cycle_momentum one_hot ones outer polygamma polynomial_lr prod qr quantile random reduce_lr_on_plateau relu reshape reverse root roots round sec sech sgn shuffle sigmoid sign silu sin sinh softmax softplus sort split sqrt standardize std step_lr sum svd tan tanh tile to_number transpose trunc uniform unique unstandardize var variance vjp where xor zeros zip
syntax match agNumber /\<\d[0-9_]*\%(\.\d[0-9_]*\)\?\%([eE][+-]\?\d\+\)\?/
syntax match agComment /#.*$/ contains=@Spell
syntax region agText start=/"/ skip=/\\./ end=/"\|$/ contains=agInserted,agEscape
syntax match agEscape /\\./ contained
syntax region agInserted matchgroup=agEscape start=/{/ end=/}/ contained contains=agNumber,agFunction
highlight default link agStatement Statement
highlight default link agReserved Keyword
highlight default link agSetting Identifier
highlight default link agClause Keyword
highlight default link agFunction Function
highlight default link agNumber Number
highlight default link agComment Comment
highlight default link agText String
highlight default link agEscape SpecialChar
let b:current_syntax = 'ag'
