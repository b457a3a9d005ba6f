import { parseArgs } from 'node:util';
import { diagnose } from '@/lib/server/engine/doctor/diagnose';

/** `npm run doctor -- [DOMAIN] [--json]`: a line for each thing that mxproof needs. The exit code is 1 when one is wrong. */
const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });

const items = [];
for await (const item of diagnose({
  environment: process.env,
  folder: process.cwd(),
  domain: positionals[0] ?? null,
})) {
  items.push(item);
  if (item.state === 'wrong') process.exitCode = 1;
  if (values.json === true) continue;
  console.log(`${item.state.padEnd(5)} ${item.name}: ${item.says}`);
  if (item.todo !== null) console.log(`      ${item.todo}`);
}
if (values.json === true) console.log(JSON.stringify({ items }, null, 2));
