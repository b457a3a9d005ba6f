/** Length of the link layer's header and where it names the protocol, by link type: what tcpdump writes for `-i any`. */
const LINK_HEADERS = new Map([
  [113, { length: 16, protocolAt: 14 }], // LINKTYPE_LINUX_SLL
  [276, { length: 20, protocolAt: 0 }], // LINKTYPE_LINUX_SLL2
]);
const FILE_HEADER = 24;
const RECORD_HEADER = 16;
const IPV4 = 0x0800;
const IPV6_HEADER = 40;
/** RFC 9293 §3.1: where the flags stand in a TCP header, and FIN and RST among them. */
const TCP_FLAGS_AT = 13;
const FIN_OR_RST = 0x01 | 0x04;

/**
 * True when a capture holds the end of the TCP connection that has `port` at one side: a packet with FIN or RST. Other
 * connections may be in it. Reads what `tcpdump -i any` writes on this machine (draft-ietf-opsawg-pcap: in the order of its own
 * bytes); false for anything else, also while a packet is still half written.
 */
export function holdsEnd(pcap: Buffer, port: number): boolean {
  if (pcap.length < FILE_HEADER) return false;
  const little = pcap.readUInt32BE(0) === 0xd4c3b2a1;
  const number = (at: number) => (little ? pcap.readUInt32LE(at) : pcap.readUInt32BE(at));
  const link = LINK_HEADERS.get(number(20));
  if (!link) return false;
  let at = FILE_HEADER;
  while (at + RECORD_HEADER <= pcap.length) {
    const start = at + RECORD_HEADER;
    const end = start + number(at + 8);
    if (end > pcap.length) return false;
    if (endsConnection(pcap.subarray(start, end), link, port)) return true;
    at = end;
  }
  return false;
}

function endsConnection(packet: Buffer, link: { length: number; protocolAt: number }, port: number): boolean {
  const ip = packet.subarray(link.length);
  if (ip.length === 0) return false;
  const isIpv4 = packet.readUInt16BE(link.protocolAt) === IPV4;
  const header = isIpv4 ? ((ip[0] ?? 0) & 0x0f) * 4 : IPV6_HEADER; // RFC 791 §3.1: counted in words of four bytes
  const tcp = ip.subarray(header);
  if (tcp.length <= TCP_FLAGS_AT) return false;
  const isOfPort = tcp.readUInt16BE(0) === port || tcp.readUInt16BE(2) === port; // RFC 9293 §3.1: source, destination
  return isOfPort && (tcp.readUInt8(TCP_FLAGS_AT) & FIN_OR_RST) !== 0;
}
