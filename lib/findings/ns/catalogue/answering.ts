import { USELESS, type UselessCause } from '../../dns/useless';
import { define, hostsDo, list } from '../../define';

function isVersionRefused({ rcode }: { rcode: string }): boolean {
  return rcode === 'BADVERS';
}

/** How one name server answers, whatever it says. */
export const answering = {
  'ns.no-tcp': define<{ zone: string; servers: string[]; outcome: string }>({
    name: 'Name server without TCP',
    severity: 'warning',
    side: 'recipient',
    layer: 4,
    permanence: null,
    title: (a) => `${hostsDo(a.servers, 'answers', 'answer')} over UDP, not over TCP`,
    why: (a) =>
      `Asked over TCP: ${a.outcome === 'silence' ? 'no answer' : 'no connection'}. Answers that are too large for UDP, such as long MX sets, keys and policies, cannot be fetched there.`,
    fix: () => 'Open TCP port 53, in the configuration of the name server and in every firewall before it.',
    judged: 'The server answered over UDP; the same question over TCP was not answered.',
    refs: ['RFC 7766 §5'],
    example: { zone: 'example.org', servers: ['ns1.example.org [192.0.2.53]'], outcome: 'silence' },
  }),
  'ns.transports-differ': define<
    { zone: string; server: string; address: string } & { question: string; udp: string; tcp: string }
  >({
    name: 'UDP and TCP answers differ',
    severity: 'warning',
    side: 'unknown',
    layer: 7,
    permanence: null,
    title: (a) => `${a.server} [${a.address}] says one thing over UDP and another over TCP: ${a.question}`,
    why: (a) =>
      `Over UDP: ${a.udp}. Over TCP: ${a.tcp}. Most senders ask over UDP and turn to TCP when an answer is too large: mail goes two ways. Either several servers stand behind this address and one has an old copy, or something on the way answers in place of the server.`,
    fix: () =>
      'Run both dig commands from another network. If they differ there, too, bring all servers behind the address to the same version of the zone. If not, look for a device on the way that answers DNS by itself.',
    judged: 'One server address gave two authoritative answers, one over UDP and one over TCP.',
    refs: ['RFC 7766 §5'],
    example: {
      zone: 'example.org',
      server: 'ns1.example.org',
      address: '192.0.2.53',
      question: 'example.org MX',
      udp: '10 mx1.example.org',
      tcp: '10 old.example.org',
    },
  }),
  'ns.edns-dropped': define<{ zone: string; servers: string[] }>({
    name: 'Questions with EDNS are dropped',
    severity: 'warning',
    side: 'recipient',
    layer: 4,
    permanence: null,
    title: (a) => `${hostsDo(a.servers, 'answers', 'answer')} only questions without EDNS`,
    why: () =>
      'Nearly every resolver asks with EDNS. It waits until its question is given up as lost before it asks without, if it does so at all: mail is delayed or deferred.',
    fix: () => 'Let the filter in front of the name server pass questions with EDNS, or renew its software.',
    judged: 'The server stayed silent to a question with EDNS and answered the same one without.',
    refs: ['RFC 6891 §6.2.6'],
    example: { zone: 'example.org', servers: ['ns1.example.org [192.0.2.53]'] },
  }),
  'ns.edns-ignored': define<{ zone: string; servers: string[]; signed: boolean }>({
    name: 'EDNS is ignored',
    severity: ({ signed }) => (signed ? 'warning' : 'info'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.servers, 'answers', 'answer')} without EDNS what was asked with it`,
    why: (a) =>
      `The answers have no OPT record. ${a.signed ? `${a.zone} is signed, and such answers carry no signatures: resolvers that check them cannot use these.` : 'Answers above 512 bytes then need TCP; mail is not touched.'}`,
    fix: () => 'Renew the software of the name server, or of the load balancer or firewall in front of it.',
    judged: 'The server answered a question with EDNS usefully and without an OPT record.',
    refs: ['RFC 6891 §6.1.1', 'RFC 6891 §7'],
    example: { zone: 'example.org', servers: ['ns1.example.org [192.0.2.53]'], signed: true },
  }),
  'ns.edns-unknown': define<{ zone: string; servers: string[]; rcode: string }>({
    name: 'EDNS is not known',
    severity: (a) => (isVersionRefused(a) ? 'warning' : 'notice'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) =>
      isVersionRefused(a)
        ? `${hostsDo(a.servers, 'refuses', 'refuse')} EDNS with BADVERS`
        : `${hostsDo(a.servers, 'does not know', 'do not know')} EDNS`,
    why: (a) =>
      isVersionRefused(a)
        ? 'Questions without EDNS are answered. BADVERS is the answer to a version that does not exist yet, so some resolvers, unbound among them, do not ask again. Senders behind these see no MX record: they use the address of the domain, or return the mail.'
        : `The answer is ${a.rcode}, and resolvers ask again without EDNS: that works after one more round trip. Signatures (DNSSEC) and large answers over UDP are not possible.`,
    fix: () => 'Update the software of the name server, or of the filter in front of it.',
    judged:
      'A question with EDNS was answered with FORMERR, NOTIMP or BADVERS, the same one without was answered.',
    refs: ['RFC 6891 §6.1.3', 'RFC 6891 §7'],
    example: { zone: 'example.org', servers: ['ns1.example.org [192.0.2.53]'], rcode: 'FORMERR' },
  }),
  'ns.upward-referral': define<{ zone: string; server: string; address: string }>({
    name: 'Referral back to the root',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${a.server} [${a.address}] sends back to the root instead of answering`,
    why: (a) =>
      `It is named as a server of ${a.zone} and does not serve the zone; it refers upwards, as old servers do. Each lookup that tries it loses time.`,
    fix: (a) => `Load ${a.zone} on this server, or take it out of the NS records and the delegation.`,
    judged: 'The server answered with a referral to a zone at or above the one it was asked as a server of.',
    refs: ['RFC 1912 §2.8', 'RFC 9499 §7'],
    example: { zone: 'example.org', server: 'ns2.example.org', address: '192.0.2.53' },
  }),
  'ns.letter-case': define<{ zone: string; servers: string[]; denied: string }>({
    name: 'Letters of the question are not kept',
    severity: ({ denied }) => (denied === '' ? 'notice' : 'warning'),
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) =>
      a.denied === ''
        ? `${hostsDo(a.servers, 'does not keep', 'do not keep')} the letters of the question`
        : `${hostsDo(a.servers, 'knows', 'know')} ${a.denied} in small letters only`,
    why: (a) =>
      a.denied === ''
        ? 'Resolvers that guard against forged answers mix large and small letters in the name and expect them back (0x20). To those, such answers look forged, or are missing; they ask again over TCP or elsewhere.'
        : 'Asked with capital letters in the name, the record is denied. Resolvers that guard against forged answers mix large and small letters (0x20). Senders behind these are told that there is no such record: without the MX record, mail goes to the address of the domain itself.',
    fix: () => 'Renew the software of the name server, or of the load balancer in front of it.',
    judged:
      'Asked in mixed case, the server answered with other letters, or not at all, or denied a record that it has in small letters.',
    refs: ['RFC 1035 §2.3.3', 'RFC 4343 §3'],
    example: { zone: 'example.org', servers: ['ns1.example.org [192.0.2.53]'], denied: '' },
  }),
  'ns.foreign-soa': define<{ zone: string; owner: string; servers: string[]; questions: string[] }>({
    name: 'Denial with the SOA of another zone',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `${hostsDo(a.servers, 'denies', 'deny')} with the SOA of another zone`,
    why: (a) =>
      `Asked for ${list(a.questions)}, the answer is "no such record", with the SOA record of ${a.owner}. The name is in the zone ${a.zone}, and a denial carries the SOA of its own zone. Some resolvers, BIND among them, do not use such an answer and report SERVFAIL: mail waits. Others take it.`,
    fix: (a) =>
      `Correct the name server, or the load balancer in front of it: give its zone the name ${a.zone}, so that its denials carry the SOA record of ${a.zone}.`,
    judged:
      'A server of the zone denied a name or a type with authority, and the SOA record that came along is of a name outside the zone.',
    refs: ['RFC 2308 §2', 'RFC 2308 §3'],
    example: {
      zone: 'example.org',
      owner: 'org',
      servers: ['ns1.example.org [192.0.2.53]'],
      questions: ['mx1.example.org AAAA'],
    },
  }),
  'ns.flaky': define<{ zone: string; server: string; address: string; lost: number; asked: number }>({
    name: 'Name server that answers now and then',
    severity: 'notice',
    side: 'unknown',
    layer: 4,
    permanence: null,
    title: (a) => `${a.server} [${a.address}] leaves ${a.lost} of ${a.asked} queries unanswered`,
    why: () =>
      'It answers when asked again, so packets are lost on the way, or the server limits the rate of its answers. Each lost query costs a resolver some seconds; mail arrives, later.',
    fix: () =>
      'Compare from another network. If queries are lost there, too, look at the load and the rate limit of the server and at the firewall before it.',
    judged:
      'Three or more queries over UDP, and a quarter of all, stayed without an answer while others were answered.',
    refs: ['RFC 1035 §4.2.1'],
    example: { zone: 'example.org', server: 'ns1.example.org', address: '192.0.2.53', lost: 4, asked: 9 },
  }),
  'ns.aaaa-fails': define<{ zone: string; exchange: string; cause: UselessCause }>({
    name: 'Questions for IPv6 addresses fail',
    severity: 'warning',
    side: 'recipient',
    layer: 7,
    permanence: null,
    title: (a) => `The IPv6 address of ${a.exchange} cannot be asked for, its IPv4 address can`,
    why: (a) =>
      `${a.cause === 'silent' ? 'Questions for AAAA get no answer, as if a filter drops them.' : USELESS[a.cause].why} Senders with IPv6 ask for both addresses: some wait until they give up, and some keep the mail.`,
    fix: (a) =>
      `Have the name servers of ${a.zone} answer AAAA queries: with the record, or with NOERROR and no record.`,
    judged:
      'The A question for an exchange was answered, and no server gave a usable answer to the AAAA question.',
    refs: ['RFC 4074 §4.2'],
    example: { zone: 'example.org', exchange: 'mx1.example.org', cause: 'silent' },
  }),
  'ns.stray-answers': define<{ zone: string; server: string; address: string; count: number }>({
    name: 'Forged answers',
    severity: 'notice',
    side: 'unknown',
    layer: 7,
    permanence: null,
    title: (a) => `Forged answers came before those of ${a.server} [${a.address}]`,
    why: (a) =>
      `${a.count === 1 ? 'An answer with a wrong id came' : `${a.count} answers with a wrong id came`} first. It was ignored, as resolvers do, and the true answer followed. Somebody guesses ids to forge answers, or a device on the way answers for the server.`,
    fix: () =>
      'Compare from another network. If it is the same there, look for the device in front of the name server, and sign the zone with DNSSEC.',
    judged:
      'Before the answer over UDP another one came from the same address with an id that was not asked with.',
    refs: ['RFC 5452 §9.1'],
    example: { zone: 'example.org', server: 'ns1.example.org', address: '192.0.2.53', count: 1 },
  }),
  'ns.slow': define<{
    zone: string;
    server: string;
    address: string;
    ms: number;
    /** Queries over UDP that were given up before an answer came. */
    lost: number;
    asked: number;
  }>({
    name: 'Slow name server',
    severity: ({ lost }) => (lost > 0 ? 'warning' : 'notice'),
    side: 'unknown',
    layer: 7,
    permanence: null,
    title: (a) => `${a.server} [${a.address}] is slow: it takes ${(a.ms / 1000).toFixed(1)} s to answer`,
    why: (a) =>
      `Its fastest answer took that long${a.lost === 0 ? '' : `, and ${a.lost} of ${a.asked} queries were given up before an answer came`}. Resolvers that ask this server first are slowed down, and some give up before.`,
    fix: () => 'Look at the load of the name server and at the way to it.',
    judged: 'The fastest answer of the server took one second or longer.',
    refs: ['RFC 1035 §7.2'],
    example: {
      zone: 'example.org',
      server: 'ns1.example.org',
      address: '192.0.2.53',
      ms: 1400,
      lost: 0,
      asked: 9,
    },
  }),
};
