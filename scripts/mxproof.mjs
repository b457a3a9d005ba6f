#!/usr/bin/env node
// The command of the archive that `npm run release` makes, where it is one file at `bin/mxproof.mjs`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownOrigin, runCheck } from './check-command.mjs';
import { checkNode, DATABASE_LIBRARIES, fail, libraryOfNode, readEnvFile, ROOT } from './ready.mjs';
import { runProgram } from './run-program.mjs';
import { serve, serveChecks } from './serve.mjs';

const USAGE =
  'start (or nothing), worker, backup FILE, restore FILE, export FILE, import FILE, move FILE URL, doctor, invite ADDRESS, check TARGET, health';
/** How long an answer about its health may take. */
const HEALTH_MS = 8_000;

checkNode();
readEnvFile();
checkLibrary();
takeBasePath(nextConfiguration());
const [command = 'start', ...args] = process.argv.slice(2);
switch (command) {
  case 'start':
    // The server that Next writes by itself does the same.
    serve('start', { __NEXT_PRIVATE_STANDALONE_CONFIG: JSON.stringify(nextConfiguration()) });
    break;
  case 'worker':
    serveChecks();
    break;
  case 'backup':
    runProgram('back-up', args);
    break;
  case 'restore':
    runProgram('restore', args);
    break;
  case 'export':
  case 'import':
    runProgram('transfer', [command, ...args]);
    break;
  case 'move':
    runProgram('move', args);
    break;
  case 'doctor':
    runProgram('doctor', args);
    break;
  case 'invite':
    runProgram('invite', args);
    break;
  case 'check':
    await runCheck(args, nextConfiguration().basePath);
    break;
  case 'health':
    await tellHealth();
    break;
  default:
    fail(`There is no command ${command}; there are ${USAGE}.`);
}

/** The database library is compiled for one version of Node and one kind of machine. */
function checkLibrary() {
  const library = libraryOfNode(process.versions.modules);
  if (existsSync(join(ROOT, DATABASE_LIBRARIES, library))) return;
  const { nodes, platform } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  fail(
    `This archive is for Node ${nodes.join(', ')} on ${platform}, and this is Node ${process.versions.node} on ${process.platform}-${process.arch}.`,
  );
}

/**
 * Where it stands at its host is part of the build.
 * @param {{ basePath: string }} built
 */
function takeBasePath({ basePath }) {
  const { MXPROOF_BASE_PATH: asked } = process.env;
  if (asked && asked !== basePath)
    fail(
      `This archive serves at ${basePath || '/'}; MXPROOF_BASE_PATH asks for ${asked}. Leave it out, or make an archive with it: MXPROOF_BASE_PATH=${asked} npm run release`,
    );
  Object.assign(process.env, { MXPROOF_BASE_PATH: basePath });
}

/**
 * As the build has taken it: Next would need a compiler to read it anew.
 * @returns {{ basePath: string }}
 */
function nextConfiguration() {
  return JSON.parse(readFileSync(join(ROOT, '.next', 'required-server-files.json'), 'utf8')).config;
}

/** For those who watch a container: exit code 0 when the mxproof that has these variables answers, and 1 when not. */
async function tellHealth() {
  const url = `${ownOrigin()}${nextConfiguration().basePath}/api/health`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(HEALTH_MS) });
    console.log(await answer.text());
    process.exitCode = answer.ok ? 0 : 1;
  } catch (error) {
    fail(`${url} does not answer (${error instanceof Error ? error.message : String(error)}).`);
  }
}
