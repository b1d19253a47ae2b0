[(block) (lambda) (generator) (definition)] @local.scope

(binding name: (name) @local.definition)
(definition left: (name) @local.definition)
(definition left: (tuple (name) @local.definition))
(definition left: (call function: (name) @local.definition))
(definition left: (call arguments: (arguments (name) @local.definition)))
(definition left: (call arguments: (arguments (keyword_argument name: (name) @local.definition))))
(lambda parameter: (name) @local.definition)
(lambda parameter: (tuple (name) @local.definition))
(generator variable: (name) @local.definition)
(generator variable: (tuple (name) @local.definition))
(for variable: (name) @local.definition)
(for variable: (tuple (name) @local.definition))
(data name: (name) @local.definition)

(name) @local.reference
