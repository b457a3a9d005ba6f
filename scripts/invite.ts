import { parseArgs } from 'node:util';
import { inviteByCommand } from '@/lib/server/verbs/invite-by-command';

/** `npm run invite -- ADDRESS [--role ROLE]`: a link by which somebody chooses a password. The exit code is 1 when there is none. */
async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: { role: { type: 'string' } },
    allowPositionals: true,
  });
  const [address] = positionals;
  if (address === undefined || positionals.length > 1)
    throw new Error('Say whom: npm run invite -- ADDRESS [--role admin]');
  const { email, link, expiresAt } = await inviteByCommand(process.env, {
    email: address,
    role: values.role ?? null,
  });
  return `Until ${expiresAt.toISOString()}, ${email} can choose a password once, at\n${link}`;
}

try {
  console.log(`mxproof: ${await main()}`);
} catch (error) {
  console.error(`mxproof: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
