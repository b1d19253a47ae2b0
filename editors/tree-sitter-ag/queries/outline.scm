(definition left: (name) @name) @item
(definition left: (call function: (name) @name)) @item
(binding name: (name) @name) @item
(data "data" @context name: (name) @name) @item
(model word: _ @context . (name) @name) @item
(test "test" @context name: (text) @name) @item
