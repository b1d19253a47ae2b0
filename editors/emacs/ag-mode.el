;;; ag-mode.el --- Programs of ag  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "29.1"))
;; Version: 0.1.0

;;; Commentary:

;; Colours, comments and indentation of .ag files, and the language server through eglot: M-x eglot in an .ag file.
;; The words come from the language's tables, and a test holds them to it.

;;; Code:

(require 'prog-mode)

(defconst ag-statements
  ;; statements
  '("let" "set" "data" "mlp" "train" "minimize" "fit" "grad" "backward" "zero" "check" "trace" "explain" "derive" "nudge" "compare" "suppose" "guess" "hint" "show" "graph" "step" "practice" "worksheet" "solve" "ode" "tangent" "linearize" "taylor" "limit" "critical" "extrema" "plot" "explore" "print" "assert" "import" "seed" "break" "continue" "return" "repeat" "while" "save" "load" "export" "summary" "test" "for" "if"))

(defconst ag-reserved
  ;; reserved
  '("and" "else" "false" "for" "if" "in" "not" "or" "then" "true"))

(defconst ag-lines
  ;; lines
  '("batch" "checkpoint" "clip" "epochs" "init" "input" "layer" "log" "loss" "optimizer" "reduce" "regularize" "resume" "robust" "seed" "sigma" "steps" "stop" "threads" "weights"))

(defconst ag-clauses
  ;; clauses
  '("all" "as" "at" "by" "from" "of" "on" "order" "over" "rule" "rules" "subject" "title" "to" "within" "wrt"))

(defconst ag-functions
  ;; functions
  '("abs" "accuracy" "acos" "acosh" "acot" "acoth" "acsc" "acsch" "append" "arc_length" "argmax" "argmin" "argsort" "asec" "asech" "asin" "asinh" "atan" "atan2" "atanh" "bce" "bce_logits" "beta" "cbrt" "ceil" "chars" "choice" "cholesky" "clamp" "clamp_max" "clamp_min" "concat" "confusion" "constant_lr" "cos" "cosh" "cosine_annealing_lr" "cosine_annealing_warm_restarts" "cot" "coth" "cross" "cross_entropy" "csc" "csch" "csv" "cumprod" "cumsum" "cyclic_lr" "cyclic_momentum" "dataset" "describe" "det" "detach" "diag" "diff" "digamma" "directional" "dot" "eigenvalues" "eigenvectors" "elu" "enumerate" "erf" "erfc" "exp" "expm1" "exponential_lr" "factorial" "flatten" "floor" "from_json" "gamma" "gelu" "gradient" "hessian" "hinge" "hypot" "identity" "index_of" "integral" "inv" "iterate" "jacobian" "join" "json" "jvp" "lbeta" "leaky_relu" "len" "lgamma" "linear" "linear_lr" "lines" "linspace" "ln" "log" "log10" "log1p" "log2" "log_softmax" "logsumexp" "lstsq" "make_blobs" "make_circles" "make_moons" "make_spirals" "map" "max" "mean" "median" "min" "mod" "mse" "multistep_lr" "norm" "normal" "normal_cdf" "normal_pdf" "normal_quantile" "one_cycle_lr" "one_cycle_momentum" "one_hot" "ones" "outer" "polygamma" "polynomial_lr" "prod" "qr" "quantile" "random" "reduce_lr_on_plateau" "relu" "reshape" "reverse" "root" "roots" "round" "sec" "sech" "sgn" "shuffle" "sigmoid" "sign" "silu" "sin" "sinh" "softmax" "softplus" "sort" "split" "sqrt" "standardize" "std" "step_lr" "sum" "svd" "tan" "tanh" "tile" "to_number" "transpose" "trunc" "uniform" "unique" "unstandardize" "var" "variance" "vjp" "where" "xor" "zeros" "zip"))

(defvar ag-font-lock-keywords
  `((,(concat "\\(?:^\\|[;{]\\)\\s-*" (regexp-opt ag-statements 'symbols)) 1 font-lock-keyword-face)
    (,(regexp-opt ag-reserved 'symbols) . font-lock-keyword-face)
    (,(concat "\\(?:^\\|[;{]\\)\\s-*" (regexp-opt ag-lines 'symbols) "\\s-+[^= ]") 1 font-lock-builtin-face)
    (,(concat "[[:alnum:])\"'] +" (regexp-opt ag-clauses 'symbols)) 1 font-lock-builtin-face)
    (,(regexp-opt ag-functions 'symbols) . font-lock-function-name-face)))

(defvar ag-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (modify-syntax-entry ?_ "_" table)
    (modify-syntax-entry ?' "." table)
    table))

(defun ag-indent-line ()
  "Indent by two spaces for each bracket that is open."
  (interactive)
  (let ((depth (save-excursion
                 (back-to-indentation)
                 (let ((closes (looking-at "[])}]")))
                   (- (car (syntax-ppss)) (if closes 1 0))))))
    (save-excursion (indent-line-to (* 2 (max 0 depth))))
    (when (< (current-column) (current-indentation))
      (back-to-indentation))))

;;;###autoload
(define-derived-mode ag-mode prog-mode "ag"
  "Mode for programs of ag."
  (setq-local comment-start "# ")
  (setq-local font-lock-defaults '(ag-font-lock-keywords))
  (setq-local indent-line-function #'ag-indent-line))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.ag\\'" . ag-mode))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(ag-mode . ("ag" "lsp"))))

(provide 'ag-mode)
;;; ag-mode.el ends here
