import { expect, test } from 'vitest';
import { queueIdOf } from './queue-id';

test.each([
  ['', null],
  ['Ok', null],
  ['2.0.0 Ok', null],
  ['2.0.0 ok dirdel', null],
  ['2.6.0 Message received', null],
  ['Queued mail for delivery', null],
  ['2.0.0 Message accepted for delivery', null],
  ['2.0.0 Ok: queued as 4F1B52C0A3', '4F1B52C0A3'],
  ['2.0.0 Ok: queued as 4XyZtT1qVJz9rxF', '4XyZtT1qVJz9rxF'],
  ['2.0.0 from MTA(smtp:[127.0.0.1]:10025): 250 2.0.0 Ok: queued as 1A2B3C', '1A2B3C'],
  ['OK id=1tEXy2-00000001abc-2rQK', '1tEXy2-00000001abc-2rQK'],
  ['2.0.0 4AN8ZkWT012345 Message accepted for delivery', '4AN8ZkWT012345'],
  ['2.0.0 9f2c41d8 Message accepted for delivery', '9f2c41d8'],
  ['2.0.0 3x1a2b3c4d-1 Message accepted for delivery', '3x1a2b3c4d-1'],
  [
    '2.6.0 <1@mail.example> [InternalId=22681173262416, Hostname=EX.example] 9000 bytes in 0.2, 40 KB/sec Queued mail for delivery',
    '22681173262416',
  ],
  [
    '2.0.0 OK  1700000000 d2e1a72fcca58-6c4cbb7a3e2si1234567b3a.123 - gsmtp',
    'd2e1a72fcca58-6c4cbb7a3e2si1234567b3a.123',
  ],
  ['Message Queued (0F6B2C1A-77D0-4C1B-9E52-1F2A3B4C5D6E.1)', '0F6B2C1A-77D0-4C1B-9E52-1F2A3B4C5D6E.1'],
  ['ok 1700000000 qp 12345', 'qp 12345'],
  ['SmtpThread-123-456@mx.example Received OK [abcDEF123.uk1]', 'abcDEF123.uk1'],
  ['2.6.0 1234 bytes received in 00:00:00; Message id AB12345 accepted for delivery', 'AB12345'],
  ['Ok 0102018b2c3d4e5f-01020304-0506-0708-000000', '0102018b2c3d4e5f-01020304-0506-0708-000000'],
  ['ok:  Message 123456 accepted', '123456'],
  ['2.0.0 Ok: queued on mx1.yandex.net as 1700000000-abcDEF12', '1700000000-abcDEF12'],
  ['Mail OK queued as smtp12,EMCowAA3.1', 'smtp12,EMCowAA3.1'],
  ['2.0.0 OK. 12/34-56789-ABCDEF76', '12/34-56789-ABCDEF76'],
  ['Accepted message qp 4711 bytes 900', 'qp 4711'],
  ['Ok: queued as ', null],
  ['Ok, message saved <Message-ID: 20261123.1@mail.example>', '20261123.1@mail.example'],
])('%j: %s', (text, id) => {
  expect(queueIdOf({ code: 250, enhanced: null, lines: [text] })).toBe(id);
});
