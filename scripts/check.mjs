// `npm run check -- TARGET [--wait] [--json|--text]`
import { runCheck } from './check-command.mjs';
import { checkNode, readEnvFile } from './ready.mjs';

checkNode();
readEnvFile();
await runCheck(process.argv.slice(2), process.env.MXPROOF_BASE_PATH ?? '');
