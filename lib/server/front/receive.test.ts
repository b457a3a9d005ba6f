import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { ARRIVAL_HEADER, DRAW_HEADER, ownValue, readOwnValue } from './own-header';
import { createReceiver } from './receive';

const ACCESS = {
  metricsFrom: ['192.0.2.0/24', '127.0.0.0/8'],
  trustedProxies: ['192.0.2.1/32'],
  trustedHeader: 'x-remote-user',
  hosts: ['mx.example'],
  areDrawnByReact: false,
};

function receive(headers: IncomingHttpHeaders, url = '/', peer = '198.51.100.4', method = 'GET') {
  const liars: string[] = [];
  const request = {
    headers: { host: 'mx.example', ...headers } as IncomingHttpHeaders,
    httpVersion: '1.1',
    method,
    socket: { remoteAddress: peer },
    url,
  };
  const problem = createReceiver(ACCESS, (liar) => void liars.push(liar))(request);
  return { problem: problem?.code ?? null, ...request, liars };
}

test.each<[string, string, IncomingHttpHeaders, string | null]>([
  ['another name', '/', { host: 'evil.example' }, 'host-unknown'],
  ['another name for a call', '/api/checks', { host: 'evil.example' }, 'host-unknown'],
  ['a form without a length', '/', { 'transfer-encoding': 'chunked' }, 'length-unknown'],
  ['a form that is too long', '/check/x', { 'content-length': '65537' }, 'too-large'],
  ['the longest form', '/', { 'content-length': '65536' }, null],
  ['a call with a body of any length', '/api/bounces', { 'transfer-encoding': 'chunked' }, null],
])('%s', (_, url, headers, code) => expect(receive(headers, url).problem).toBe(code));

test('what a stranger says of himself is taken away, and told of', () => {
  const { headers, liars } = receive({
    'x-forwarded-for': '192.0.2.1',
    'x-remote-user': 'ada',
    [ARRIVAL_HEADER]: JSON.stringify({ user: 'ada' }),
    [DRAW_HEADER]: 'guess %7B%7D',
  });
  expect(Object.keys(headers).sort()).toEqual(['host', ARRIVAL_HEADER].sort());
  expect(readOwnValue(String(headers[ARRIVAL_HEADER]))).toEqual({
    address: '198.51.100.4',
    isLocal: false,
    user: null,
  });
  expect(liars).toEqual(['198.51.100.4']);
});

test.each([
  ['GET', false],
  ['HEAD', false],
  ['POST', true],
])('%s by React, or of a form, goes past the handler of pages: %s', (method, isKept) => {
  const { headers } = receive({ rsc: '1', 'content-type': 'text/plain' }, '/checks', undefined, method);
  expect('rsc' in headers).toBe(isKept);
  expect('content-type' in headers).toBe(isKept);
});

test('a proxy that is named is believed', () => {
  const { headers, liars } = receive(
    { 'x-forwarded-for': '203.0.113.9', 'x-remote-user': 'ada' },
    '/',
    '192.0.2.1',
  );
  expect(readOwnValue(String(headers[ARRIVAL_HEADER]))).toMatchObject({
    address: '203.0.113.9',
    user: 'ada',
  });
  expect(liars).toEqual([]);
});

test('where a form leads, Next goes with what it knows of whoever has sent it', () => {
  const value = ownValue({ address: '203.0.113.9', isLocal: false, user: 'ada' });
  const sentOn = { [ARRIVAL_HEADER]: value, 'x-forwarded-for': '203.0.113.9' };
  expect(receive(sentOn).headers[ARRIVAL_HEADER]).toBe(value);
});

test('our own request for a drawing stays as it is', () => {
  const value = ownValue({ who: null });
  expect(receive({ [DRAW_HEADER]: value }).headers).toEqual({ host: 'mx.example', [DRAW_HEADER]: value });
});

test('an address that cannot be decoded is the name of nothing', () => {
  expect(receive({}, '/check/%ff').url).toBe('/check/%25ff');
});
