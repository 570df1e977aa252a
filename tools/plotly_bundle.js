// plotly.js with the traces that our charts draw, and no others: the one list of them.
// `make build` bundles it; a trace that is missing here is not drawn ("Unrecognized trace type").
const Plotly = require('plotly.js/lib/core');

Plotly.register([
  require('plotly.js/lib/bar'),
  require('plotly.js/lib/treemap'),
  require('plotly.js/lib/choropleth'),
  require('plotly.js/lib/scattergeo'),
  // scatter is part of the core
  require('plotly.js/lib/locales/es'),
]);

module.exports = Plotly;
