import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsEnd } from './pcap';

const SLL2 = 276;
const SYN = 0x02;
const FIN_ACK = 0x11;
const RST = 0x04;
const PORT = 40_000;

/** A packet as `tcpdump -i any` keeps it: only what is read is filled in. */
function packet(flags: number, family: 4 | 6 = 4, ports: [number, number] = [PORT, 25]): Buffer {
  const link = Buffer.alloc(20);
  link.writeUInt16BE(family === 4 ? 0x0800 : 0x86dd, 0);
  const ip = Buffer.alloc(family === 4 ? 24 : 40);
  ip[0] = family === 4 ? 0x46 : 0x60;
  const tcp = Buffer.alloc(20);
  tcp.writeUInt16BE(ports[0], 0);
  tcp.writeUInt16BE(ports[1], 2);
  tcp[13] = flags;
  return Buffer.concat([link, ip, tcp]);
}

function capture(packets: Buffer[], linkType = SLL2): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt32LE(linkType, 20);
  const records = packets.flatMap((bytes) => {
    const record = Buffer.alloc(16);
    record.writeUInt32LE(bytes.length, 8);
    return [record, bytes];
  });
  return Buffer.concat([head, ...records]);
}

describe('the end of a connection in a capture', () => {
  test.each<[string, Buffer, boolean]>([
    ['nothing', Buffer.alloc(0), false],
    ['a header alone', capture([]), false],
    ['another kind of link', capture([packet(RST)], 1), false],
    ['text', Buffer.from('tcpdump: permission denied, and so on and so forth'), false],
    ['a packet without bytes', capture([Buffer.alloc(20)]), false],
    ['a packet that is still half written', capture([packet(FIN_ACK)]).subarray(0, -1), false],
    ['the begin alone', capture([packet(SYN)]), false],
    ['the end of another connection', capture([packet(SYN), packet(FIN_ACK, 4, [25, PORT + 1])]), false],
    ['a packet whose TCP header is cut', capture([packet(RST).subarray(0, -8)]), false],
    ['FIN from the other side', capture([packet(SYN), packet(FIN_ACK, 4, [25, PORT])]), true],
    ['FIN over IPv4, with an option in its header', capture([packet(SYN), packet(FIN_ACK)]), true],
    ['RST over IPv6', capture([packet(SYN, 6), packet(RST, 6)]), true],
  ])('%s', (_, bytes, expected) => {
    expect(holdsEnd(bytes, PORT)).toBe(expected);
  });

  test('any bytes are read to their end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const file = Buffer.concat([capture([]), bytes]);
        expect(typeof holdsEnd(file, PORT)).toBe('boolean');
      }),
    );
  });
});
