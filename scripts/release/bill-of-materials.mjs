import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../ready.mjs';

/**
 * The packages that serving needs, as CycloneDX in JSON: those of `package-lock.json` that are neither for development nor
 * optional, whether they stand in `node_modules` or inside of the build. The same lock and time give the same bytes.
 * @param {number} time seconds since 1970
 */
export function billOfMaterials(time) {
  const words = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const bill = JSON.parse(
    execFileSync('npm', words, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }),
  );
  const needed = neededPackages();
  const isNeeded = (/** @type {{ name: string; version: string }} */ { name, version }) =>
    needed.has(`${name}@${version}`);
  const components = bill.components.filter(isNeeded);
  const references = new Set(components.map((/** @type {{ 'bom-ref': string }} */ one) => one['bom-ref']));
  references.add(bill.metadata.component['bom-ref']);
  /** @type {{ ref: string; dependsOn: string[] }[]} */
  const graph = bill.dependencies;
  const made = {
    ...bill,
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify(components))}`,
    metadata: {
      ...bill.metadata,
      timestamp: new Date(time * 1000).toISOString(),
      component: { ...bill.metadata.component, name: 'mxproof' },
    },
    components,
    dependencies: graph
      .filter(({ ref }) => references.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => references.has(one)) })),
  };
  return `${JSON.stringify(made, null, 2)}\n`;
}

function neededPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const needed = new Set();
  for (const [path, { version, dev, optional, devOptional }] of Object.entries(packages))
    if (path !== '' && !dev && !optional && !devOptional)
      needed.add(`${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`);
  return needed;
}

/**
 * RFC 9562 §5.8: a UUID of our own making.
 * @param {string} text
 */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
