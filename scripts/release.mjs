// `npm run release -- [--out FOLDER] [--this-node]`: the archive that starts without a checkout, a registry or a compiler, its
// checksum and its bill of materials. `--this-node` leaves out the other versions of Node, whose libraries take minutes each.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { assemble } from './release/assemble.mjs';
import { billOfMaterials } from './release/bill-of-materials.mjs';
import { addLibraries } from './release/libraries.mjs';
import { pack } from './release/pack.mjs';
import { build, bundlePrograms, checkNode, generateClient, installPackages, ROOT, say } from './ready.mjs';

/** Every version that is supported with its own binary interface; the last of each when this was written. */
const NODES = ['20.20.2', '22.23.5', '24.22.3', '26.12.1'];

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'release' }, 'this-node': { type: 'boolean', default: false } },
});
checkNode();
installPackages();
generateClient();
bundlePrograms();
build();

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const platform = `${process.platform}-${process.arch}`;
const name = `mxproof-${version}-${platform}`;
const out = resolve(ROOT, values.out);
const folder = mkdtempSync(join(tmpdir(), 'mxproof-release-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const root = join(folder, name);
/** Seconds since 1970 of the commit that is packed: everything in the archive has this time (reproducible-builds.org). */
const time = Number(
  process.env['SOURCE_DATE_EPOCH'] ??
    execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: ROOT, encoding: 'utf8' }),
);

say(`Putting ${name} together`);
mkdirSync(root);
const nodes = addLibraries(root, values['this-node'] ? [process.versions.node] : NODES);
assemble(root, { nodes, platform });
const materials = billOfMaterials(time);
writeFileSync(join(root, 'sbom.cdx.json'), materials);

mkdirSync(out, { recursive: true });
const archive = join(out, `${name}.tar.gz`);
pack(folder, name, archive, time);
const digest = createHash('sha256').update(readFileSync(archive)).digest('hex');
writeFileSync(`${archive}.sha256`, `${digest}  ${name}.tar.gz\n`);
writeFileSync(join(out, `${name}.cdx.json`), materials);
console.log(`mxproof: ${archive}`);
