// Reads GraphML files as Gephi Lite does and prints what is in each as one line of JSON.
// usage: node read_with_graphology.cjs FILE...
'use strict';

const fs = require('node:fs');
const Graph = require('graphology');
const graphml = require('graphology-graphml');

function columns(rows) {
  const types = {};
  for (const row of rows) {
    for (const [name, value] of Object.entries(row)) {
      types[name] ??= typeof value;
    }
  }
  return types;
}

function read(file) {
  // Gephi Lite sets this option, so that an edge to an unknown node makes the node.
  const graph = graphml.parse(Graph, fs.readFileSync(file, 'utf8'), {addMissingNodes: true});
  const nodes = graph.mapNodes((id, values) => [id, values]);
  const edges = graph.mapEdges((id, values, source, target) => [source, target, values]);
  return {
    nodes,
    edges,
    node_columns: columns(nodes.map((row) => row[1])),
    edge_columns: columns(edges.map((row) => row[2])),
  };
}

for (const file of process.argv.slice(2)) {
  let answer;
  try {
    answer = read(file);
  } catch (refused) {
    answer = {error: String(refused)};
  }
  console.log(JSON.stringify(answer));
}
