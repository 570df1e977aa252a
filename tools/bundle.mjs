// node tools/bundle.mjs plotly OUTFILE         bundles plotly.js with the traces of plotly_bundle.js
// node tools/bundle.mjs minify css|js          minifies standard input to standard output
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { build, transform } from 'esbuild';

const TARGET = 'es2020';
const [task, argument] = process.argv.slice(2);

// plotly.js describes each of its attributes in prose, for its documentation: a tenth of the bundle. Only what is made
// of string literals alone is left out.
const LITERAL = /(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/.source;
const LITERALS = `${LITERAL}(?:\\s*[,+]\\s*${LITERAL})*`;
const PROSE = new RegExp(
  `(?<=[\\s{,])description:\\s*(?:\\[\\s*${LITERALS},?\\s*\\]\\.join\\(' '\\)|${LITERALS.replace('[,+]', '[+]')})(?:,|(?=\\s*\\}))`,
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

if (task === 'plotly') {
  await build({
    entryPoints: [new URL('plotly_bundle.js', import.meta.url).pathname],
    outfile: argument,
    bundle: true,
    minify: true,
    format: 'iife',
    globalName: 'Plotly',
    define: { global: 'window' },
    target: TARGET,
    legalComments: 'none',
    loader: { '.css': 'empty' }, // of map traces, which we do not draw
    plugins: [withoutProse],
    logLevel: 'warning',
  });
} else {
  const { code } = await transform(await text(process.stdin), {
    loader: argument,
    minify: true,
    charset: 'utf8',
    target: TARGET,
  });
  process.stdout.write(code);
}
