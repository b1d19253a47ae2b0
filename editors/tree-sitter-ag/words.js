// The words that begin statements, and those within them, from the language's own table: EditorFilesTest writes them.
module.exports = {
  // statements
  statements: 'let|set|data|mlp|train|minimize|fit|grad|backward|zero|check|trace|explain|derive|nudge|compare|suppose|guess|hint|show|graph|step|practice|worksheet|solve|ode|tangent|linearize|taylor|limit|critical|extrema|plot|explore|print|assert|import|seed|break|continue|return|repeat|while|save|load|export|summary|test|for|if'.split('|'),
  // clauses
  clauses: 'all|as|at|by|from|of|on|order|over|rule|rules|subject|title|to|within|wrt'.split('|'),
};
