import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Copy, DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const read = (path: string): string => readFileSync(path, 'utf8');

describe('Dockerfile', () => {
  const text = read('Dockerfile');
  const dockerfile = DockerfileParser.parse(text);
  const instructions = dockerfile.getInstructions();
  const last = instructions.slice(instructions.findLastIndex((one) => one.getKeyword() === 'FROM'));

  test('nothing in it is wrong, or no longer meant to be used', () => {
    expect(validate(text).map(({ message }) => message)).toEqual([]);
  });

  test('two stages, on an exact version of Node', () => {
    const stages = dockerfile.getFROMs().map((one) => one.getImage() ?? '');
    expect(stages).toHaveLength(2);
    for (const image of stages) expect(image).toMatch(/^node:\$\{NODE\}-/);
    expect(text).toMatch(/^ARG NODE=\d+\.\d+\.\d+$/m);
  });

  test('what it copies is there', () => {
    const fromHere = dockerfile.getCOPYs().filter((one: Copy) => one.getFromFlag() === null);
    const sources = fromHere.flatMap((one) =>
      one
        .getArguments()
        .slice(0, -1)
        .map((argument) => argument.getValue()),
    );
    expect(sources).not.toEqual([]);
    for (const source of sources) expect(existsSync(source), source).toBe(true);
  });

  test('what runs is no root, has a health check, and starts the command of the archive', () => {
    const lines = last.map((one) => one.toString());
    expect(lines).toContain('USER node');
    expect(lines.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true);
    expect(lines).toContain('ENTRYPOINT ["node", "bin/mxproof.mjs"]');
    expect(lines.indexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('RUN')));
  });
});

describe('compose.yaml', () => {
  const { services, volumes } = parse(read('compose.yaml')) as {
    services: { mxproof: Record<string, unknown> };
    volumes: object;
  };

  test('may write its data and nothing else, and has no right of root', () => {
    expect(services.mxproof).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      volumes: ['data:/data'],
      ports: ['127.0.0.1:3000:3000'],
    });
    expect(Object.keys(volumes)).toEqual(['data']);
  });

  test('is of this version', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    expect(services.mxproof['image']).toBe(`mxproof:${version}`);
  });
});

describe('compose.workers.yaml', () => {
  interface Service {
    image: string;
    environment: Record<string, string>;
  }
  const { worker, mxproof } = (
    parse(read('compose.workers.yaml'), { merge: true }) as { services: Record<string, Service> }
  ).services;
  const alone = (parse(read('compose.yaml')) as { services: { mxproof: Service } }).services.mxproof;

  test('a worker is the same program with the same variables, but for who runs checks', () => {
    const { MXPROOF_CHECKS, ...shared } = mxproof?.environment ?? {};
    expect(MXPROOF_CHECKS).toBe('workers');
    expect(worker).toMatchObject({
      image: alone.image,
      command: ['worker'],
      read_only: true,
      cap_drop: ['ALL'],
    });
    expect(worker?.environment).toEqual({ ...alone.environment, ...shared });
  });
});

describe('the units of systemd', () => {
  const settings = (path: string) =>
    read(path)
      .split('\n')
      .filter((line) => /^[A-Z]\w*=/.test(line));
  const serving = settings('packaging/mxproof.service');
  const backup = settings('packaging/mxproof-backup.service');

  test('backups run as who serves, with the same database and no more rights', () => {
    const same =
      /^(?:User|UMask|Environment|EnvironmentFile|\w*(?:Protect|Private|Restrict|Memory|SystemCall|Capabilit|NoNew|Lock)\w*)=/;
    const isShared = (line: string) => same.test(line) && !line.startsWith('RestrictAddressFamilies=');
    expect(serving.filter((line) => isShared(line) && !backup.includes(line))).toEqual([]);
    expect(backup).toContain('RestrictAddressFamilies=AF_UNIX');
  });

  test('the timer calls the command that is in the archive', () => {
    const [command] = /bin\/mxproof\.mjs \w+/.exec(backup.join('\n')) ?? [];
    expect(command).toBe('bin/mxproof.mjs backup');
    expect(read('scripts/mxproof.mjs')).toContain("case 'backup':");
  });
});

describe('examples of proxies', () => {
  const traefik = parse(read('docs/proxies/traefik.yaml')) as {
    http: {
      routers: Record<string, { rule: string; middlewares: string[]; service: string; priority: number }>;
      middlewares: object;
      services: object;
    };
  };

  test('all let the same paths through without a password', () => {
    const [links, parts] = [...read('docs/proxies/nginx.conf').matchAll(/location ~ (\^\S+) \{/g)].map(
      ([, pattern = '']) => pattern,
    );
    expect(read('docs/proxies/Caddyfile')).toContain(`path_regexp ${links}|${parts}`);
    const { rule = '' } = traefik.http.routers['mxproof-reader'] ?? {};
    expect([...rule.matchAll(/PathRegexp\(`([^`]+)`\)/g)].map(([, pattern]) => pattern)).toEqual([
      links,
      parts,
    ]);
  });

  test('Traefik: every router has its parts, and asks for a password unless it serves readers or tokens', () => {
    const withoutPassword = ['mxproof-reader', 'mxproof-program'];
    for (const [name, { middlewares, service }] of Object.entries(traefik.http.routers)) {
      expect(Object.keys(traefik.http.services)).toContain(service);
      for (const middleware of middlewares) expect(traefik.http.middlewares).toHaveProperty(middleware);
      expect(middlewares).toEqual([withoutPassword.includes(name) ? 'mxproof-nobody' : 'mxproof-passwords']);
    }
    expect(traefik.http.routers['mxproof-program']?.rule).toContain('(?i)^bearer\\s+mxp_');
  });
});

test('every variable that a package or an example sets is one that is documented', () => {
  const files = ['Dockerfile', 'compose.yaml', ...filesIn('packaging'), ...filesIn('docs/proxies')];
  const documented = read('docs/configuration.md');
  const used = new Set(files.flatMap((file) => read(file).match(/\bMXPROOF_[A-Z_]+\b/g) ?? []));
  expect(used.size).toBeGreaterThan(0);
  // Any may be given as the name of a file.
  const isDocumented = (name: string) => documented.includes(`\`${name}\``);
  expect(
    [...used].filter((name) => !isDocumented(name) && !isDocumented(name.replace(/_FILE$/, ''))),
  ).toEqual([]);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}
