import { expect, test } from 'vitest';
import { routeClass } from './answered';

test.each([
  ['/', 'page'],
  ['/domain/example.org', 'page'],
  ['/metrics-of-mine', 'page'],
  ['/check/ABCDEFGHIJKLMNOPQRSTUV/report.txt', 'check'],
  ['/bounce', 'page'],
  ['/bounce/ABCDEFGHIJKLMNOPQRSTUV?problem=again', 'mail'],
  ['/api/checks?limit=1', 'api'],
  ['/api/checks/ABCDEFGHIJKLMNOPQRSTUV', 'api'],
  ['/api/checks/ABCDEFGHIJKLMNOPQRSTUV/events?after=3', 'stream'],
  ['/api/health', 'probe'],
  ['/metrics', 'probe'],
  ['/_next/static/x.js', 'file'],
])('%s is of the class %s', (path, route) => expect(routeClass(path)).toBe(route));
