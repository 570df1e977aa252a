// node tools/bundle.mjs plotly FOLDER      bundles plotly.js with the traces of plotly_traces.json, and no others
// node tools/bundle.mjs minify css|js      minifies standard input to standard output
//
// `plotly.js` draws the traces of "base"; `plotly-maps.js` draws those of "maps" besides, and so on for every
// combination of groups. They are modules that share their code in chunks, so a browser loads each trace once at most.
import { copyFile, readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const TARGET = 'es2020';
const TRACES = new URL('plotly_traces.json', import.meta.url);

// plotly.js describes each of its attributes in prose, for its documentation: a tenth of the bundle. Only what is made
// of string literals alone is left out.
const LITERAL = /(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/.source;
const WORDS = `${LITERAL}(?:\\s*[,+]\\s*${LITERAL})*`;
const SENTENCE = `${LITERAL}(?:\\s*\\+\\s*${LITERAL})*`;
const PROSE = new RegExp(
  `(?<=[\\s{,])description:\\s*(?:\\[\\s*${WORDS},?\\s*\\]\\.join\\(' '\\)|${SENTENCE})(?:,|(?=\\s*\\}))`,
  'g',
);
const withoutProse = {
  name: 'without-prose',
  setup({ onLoad }) {
    onLoad({ filter: /plotly\.js[\\/]src[\\/].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(PROSE, ''),
    }));
  },
};

function combinations(names) {
  return names.reduce((found, name) => [...found, ...found.map((others) => [...others, name])], [[]]);
}

// Entry points that are written here: the core, its traces, the Spanish words.
const entries = (sources) => ({
  name: 'entries',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice(6), namespace: 'entry' }));
    onLoad({ filter: /.*/, namespace: 'entry' }, ({ path }) => ({
      contents: sources[path],
      resolveDir: fileURLToPath(new URL('.', import.meta.url)),
    }));
  },
});

async function bundlePlotly(folder) {
  const { base, ...groups } = JSON.parse(await readFile(TRACES, 'utf8'));
  const sources = {};
  for (const names of combinations(Object.keys(groups))) {
    const traces = [base, ...names.map((name) => groups[name])].flat();
    const registered = [...traces, 'locales/es'].map((path) => `require('plotly.js/lib/${path}')`);
    sources[['plotly', ...names].join('-')] =
      `const Plotly = require('plotly.js/lib/core'); Plotly.register([${registered}]); window.Plotly = Plotly;`;
  }
  await build({
    entryPoints: Object.keys(sources).map((name) => ({ in: `entry:${name}`, out: name })),
    outdir: folder,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    define: { global: 'window' },
    target: TARGET,
    legalComments: 'none',
    loader: { '.css': 'empty' }, // of tile maps, which we do not draw
    plugins: [entries(sources), withoutProse],
    logLevel: 'warning',
  });
  await copyFile(TRACES, `${folder}/traces.json`);
}

const [task, argument] = process.argv.slice(2);
if (task === 'plotly') {
  await bundlePlotly(argument);
} else {
  const { code } = await transform(await text(process.stdin), {
    loader: argument,
    minify: true,
    charset: 'utf8',
    target: TARGET,
  });
  process.stdout.write(code);
}
