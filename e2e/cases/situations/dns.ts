import type { SituationCase } from './situation';

/** The lines about name servers. */
export const DNS_SITUATIONS: readonly SituationCase[] = [
  {
    situation: 'Healthy: 3 MX priorities, DNSSEC-signed, SPF, DMARC, MTA-STS, TLS-RPT, TLSA, DKIM, BIMI',
    scenario: 'three-exchanges',
    says: [
      /has 3 mail exchangers, tried in the order of their preference/,
      /Accepted: mx1\.\S+ \[\S+\], mx2\.\S+ \[\S+\] and mx3\.\S+ \[\S+\] take mail for \S+\.$/m,
      /10 mx1\.\S+, 20 mx2\.\S+ and 30 mx3\.\S+: the lowest number first/,
      /The certificate is valid, issued by a trusted authority, and names the exchange/,
    ],
    saysNot: [],
  },
  {
    situation: 'Domain exists, but has neither MX nor address',
    scenario: 'no-mail-service',
    says: [/has neither an MX record nor an address\n.*The name exists, but it names no mail exchanger/],
    saysNot: [],
  },
  {
    situation: 'Null MX (RFC 7505): the domain says that it takes no mail',
    scenario: 'null-mx',
    says: [
      /declares that it takes no mail\n.*\(null MX, RFC 7505\)/,
      /sending servers connect nowhere, not to its address either/,
      /return the message at once with 556 5\.1\.10 or 550 5\.1\.10/,
      /556 5\.1\.10 or 550 5\.1\.10/,
    ],
    saysNot: [],
  },
  {
    situation: 'MX target is a CNAME (forbidden by RFC 2181 10.3 / RFC 5321 5.1)',
    scenario: 'mx-is-alias',
    says: [
      /is an alias for host7\S+\n.*An MX record may not point at an alias/,
      /Most senders follow it all the same/,
      /Point the MX record at host7\S+ instead of its alias: the certificate is for that name/,
    ],
    saysNot: [
      /answer \S+ (A|MX) differently/,
      /answer \S+ AAAA differently|a certificate that names the exchange/,
    ],
  },
  {
    situation: 'The mail domain is itself a CNAME to a domain with MX',
    scenario: 'domain-is-alias',
    says: [/is an alias for (\S+)\n.*the mail exchangers are those of \1\./],
    saysNot: [/answer \S+ MX differently/],
  },
  {
    situation: 'Every MX target does not exist (NXDOMAIN); the A record must not be used',
    scenario: 'mx-unregistered',
    says: [
      /Permanent: the mail exchanger \S+ does not exist, so there is nowhere to deliver to/,
      /the address of the domain itself does not count when an MX record exists/,
      /The mail exchanger \S+ does not exist\n/,
      /whoever registers it can receive this mail/,
    ],
    saysNot: [/Publish the address of|A record added for/],
  },
  {
    situation: 'MX target exists but has neither A nor AAAA',
    scenario: 'exchange-without-address',
    says: [/Permanent: the mail exchanger mail\.\S+ has no address, so there is nowhere to deliver to/],
    saysNot: [],
  },
  {
    situation: 'First MX does not exist, the second works',
    scenario: 'first-exchange-gone',
    says: [
      /The preferred mail exchanger gone\.\S+ does not exist/,
      /Accepted: mx2\.\S+ \[\S+\] takes mail/,
      /10 gone\.\S+ and 20 mx2\.\S+: the lowest number first/,
    ],
    saysNot: [],
  },
  {
    situation: 'All name servers are dead (timeout)',
    scenario: 'name-servers-silent',
    says: [
      /Deferred: no name server of \S+ answers/,
      /the sending mail server keeps it and tries again by itself/,
      /if nothing changes, it comes back after some days/,
    ],
    saysNot: [],
  },
  {
    situation: 'The only name server has nothing on port 53 (ICMP port unreachable)',
    scenario: 'only-server-closed',
    says: [
      /was asked of ns1\.\S+ \[\S+\]: port 53 is closed/,
      /It is the only name server, where two or more belong/,
      /set up a second name server, in another network/,
    ],
    saysNot: [/no answer came|Silence says nothing|Nothing came back/],
  },
  {
    situation: 'Glue-less delegation to out-of-bailiwick servers under another TLD',
    scenario: 'glueless-servers',
    says: [/Accepted: \S+ \[\S+\] takes mail/, /The name servers of \S+ lie in another domain/],
    saysNot: [],
  },
  {
    situation: 'In-bailiwick name servers without glue: unresolvable',
    scenario: 'servers-without-address',
    says: [
      /delegates (\S+) to \S+, inside \1 itself, and gives no address \(glue\)\. Nobody can begin/,
      /The zone above delegates \S+ to ns1\.\S+, inside/,
      /Have the registrar of \S+ enter the addresses of its name servers \(glue\)/,
    ],
    saysNot: [/\d+ IN A </],
  },
  {
    situation: 'NS set at the parent differs from that in the zone',
    scenario: 'name-servers-differ',
    says: [/Only test names ns2\.\S+ Only the zone itself names ns3\./],
    saysNot: [],
  },
  {
    situation: 'The two name servers give different MX records',
    scenario: 'mx-differs',
    says: [
      /It depends: the name servers of \S+ answer \S+ MX differently/,
      // Which copy is the old one is no certainty by the serial number alone, so it is no headline.
      /Load the same version of \S+ on all of its servers; the one with the lower serial number has the old copy/,
    ],
    saysNot: [/^Permanent:.*nowhere to deliver/],
  },
  {
    situation: 'Name servers with loopback and private addresses (SSRF through DNS)',
    scenario: 'name-servers-private',
    says: [
      /the name servers of \S+ have addresses that the internet cannot reach/,
      /so nothing was sent there/,
    ],
    saysNot: [/no answer came|do not answer|port 53 are open/],
  },
  {
    situation: 'The domain does not exist (denial by NSEC3 with opt-out, as in the real com)',
    scenario: 'domain-not-found',
    says: [
      /Permanent: the domain \S+ does not exist/,
      /A sending server gives up at once \(5\.1\.2\)/,
      /\(5\.1\.2\)/,
    ],
    saysNot: [],
  },
  {
    situation: 'The domain does not exist (denial by NSEC3 without opt-out: provable)',
    scenario: 'domain-not-found',
    says: [/Permanent: the domain \S+ does not exist/, /DNSSEC proves that \S+ does not exist/],
    saysNot: [/proves the way of the mail/],
  },
  {
    situation: 'Name server answers by IPv4, its IPv6 address is dead',
    scenario: 'name-server-ipv6-dead',
    says: [/ns1\.\S+ \[::ffff:\S+\] does not answer for/, /its IPv4 address \S+ works/],
    saysNot: [/out of the NS records/],
  },
  {
    situation: '13 name servers, 11 of them dead',
    scenario: 'most-servers-silent',
    says: [
      /11 of 13 name servers of \S+ do not answer/,
      // How long it takes is no sentence: a check that waited for each would end at its limit, and say so.
      /Mail still finds its way by the others/,
      /11 of 13 name servers of \S+ do not answer/,
      /127\.\S+ of mx1\.\S+ has no reverse name/,
    ],
    saysNot: [],
  },
  {
    situation: 'DNAME: sales.old.dnamed.net becomes sales.corp.com',
    scenario: 'redirected-by-dname',
    says: [
      /sales\.old\.\S+ is an alias for sales\.redirected-by-dname\.example/,
      /A DNAME record at old\.\S+ redirects every name below it/,
    ],
    saysNot: [/answer \S+ MX differently/, /Its records (stand|belong) in the zone file/],
  },
  {
    situation: 'MX host with two addresses, one of them dead',
    scenario: 'one-address-dead',
    says: [/mx1\.\S+ \[\S+101\] refused the connection/, /Accepted: mx1\.\S+ \[\S+102\] takes mail/],
    saysNot: [/sender’s side: make sure|outgoing port 25 is not blocked/],
  },
  {
    situation: 'Signed with RSASHA256 (algorithm 8), NSEC',
    scenario: 'dnssec-wildcard-nsec',
    says: [/DNSSEC proves the way of the mail/, /so is every zone on the way: .*dnssec-wildcard-nsec\.test/],
    saysNot: [],
  },
  {
    situation: 'DNSSEC broken: signatures expired',
    scenario: 'dnssec-expired',
    says: [
      /Signatures of \S+ expired on \d{4}-\d\d-\d\d/,
      /give senders an error in place of the answer\. .*; senders who do not check deliver/,
    ],
    saysNot: [/domain is in order|whether it runs, reaches the root/],
  },
  {
    situation: 'DNSSEC broken: DS at the parent, zone not signed',
    scenario: 'dnssec-no-keys',
    says: [
      /The registry names a key for \S+, but the zone is not signed/,
      /give senders an error in place of the answer\. .*; senders who do not check deliver/,
    ],
    saysNot: [/domain is in order|whether it runs, reaches the root/],
  },
  {
    situation: 'DNSSEC broken: the MX records were changed after signing',
    scenario: 'dnssec-mx-altered',
    says: [
      /A signature of \S+ does not fit what it signs/,
      /give senders an error in place of the answer\. .*; senders who do not check deliver/,
      /As answered: \S+ MX 10 mxx\.\S+ and .* The records, or the signature by key \d+, were changed after signing/,
    ],
    saysNot: [/domain is in order|whether it runs, reaches the root/, /Publish the address of mxx/],
  },
  {
    situation: '60 MX records: the UDP answer is truncated, TCP is needed',
    scenario: 'too-many-exchanges',
    says: [
      /has 900 mail exchangers/,
      /comes truncated over UDP, and whole over TCP/,
      /The first 20 in order of preference were looked at\. Not looked at: .* and 877 more/,
    ],
    saysNot: [],
  },
  {
    situation: '41 TXT records with the SPF record among them: TCP is needed',
    scenario: 'many-texts',
    // Waits for the policies: nothing reads SPF of the domain yet.
    says: [/SPF/],
    saysNot: [],
  },
  {
    situation: 'Subdomain with its own MX',
    scenario: 'subdomain-with-mx',
    says: [/dept\.\S+ has its own MX records/],
    saysNot: [],
  },
  {
    situation: 'Empty non-terminal: exists, without any record',
    scenario: 'empty-non-terminal',
    says: [/has neither an MX record nor an address\n.*The name exists, but it names no mail exchanger/],
    saysNot: [],
  },
  {
    situation: 'Subdomain does not exist',
    scenario: 'subdomain-not-found',
    says: [/Permanent: the domain nosuch\.\S+ does not exist/],
    saysNot: [
      /registration|expired or withdrawn/,
      /remembered for 0 s/,
      /Its records (stand|belong) in the zone file/,
    ],
  },
  {
    situation: 'IDN domain (bücher.example)',
    scenario: 'idn-domain',
    says: [/xn--bcher-idn-q9a\.test \(bücher-idn\.test\)/],
    saysNot: [],
  },
  {
    situation: 'MX host written in mixed case',
    scenario: 'mx-mixed-case',
    // Nothing differs, so nothing is said of it: exchange and certificate are one.
    says: [/Accepted: mx1\.mx-mixed-case\.test .*[\s\S]*certificate trusted/],
    saysNot: [],
  },
  {
    situation: 'MX host with AAAA only',
    scenario: 'ipv6-only',
    says: [
      /The mail exchangers have IPv6 addresses only\n.*senders without IPv6, still many, cannot deliver/,
    ],
    saysNot: [],
  },
  {
    situation: 'MX host works by IPv4, its IPv6 address is dead (timeout)',
    scenario: 'ipv6-dead',
    says: [
      /mx1\.\S+ \[::ffff:\S+\] timed out after \d+ s; over IPv4 mail is taken/,
      /Accepted: mx1\.\S+ \[127\.\S+\] takes mail/,
    ],
    saysNot: [/stop at the first re(fusal|jection)|when the reply speaks/],
  },
  {
    situation: 'MX host with every kind of special address (SSRF set)',
    scenario: 'special-addresses',
    says: [
      /has 9 addresses, and none of them can be reached/,
      /were not contacted/,
      /none of them can be reached/,
    ],
    // Senders keep such mail for days before they return it: temporary, and it never heals.
    saysNot: [/^Verdict: Not known/, /MXPROOF_ALLOW_NETWORKS/],
    verdict: { outcome: 'temporary' },
  },
  {
    situation: 'Reverse DNS: PTR names a host that does not exist',
    scenario: 'reverse-name-gone',
    says: [/It is nowhere\.\S+, which does not exist/, /which does not exist/],
    saysNot: [],
    // Nobody who sends mail to an exchange looks at its reverse name: information.
    verdict: { side: 'none' },
  },
  {
    situation: 'Reverse DNS: forward-confirmed (FCrDNS ok)',
    scenario: 'reverse-names',
    says: [/^dns:\d+ [\d:.]+ 101\.\S+\.in-addr\.arpa PTR at .*\n +answer .* PTR mx1\.reverse-names\.test$/m],
    saysNot: [],
  },
  {
    situation: 'Servers answer REFUSED',
    scenario: 'name-servers-refuse',
    says: [/was asked of ns1\.\S+ \[\S+\] and ns2\.\S+ \[\S+\]: REFUSED/],
    saysNot: [],
  },
  {
    situation: 'Servers answer FORMERR to EDNS only; plain DNS works',
    scenario: 'edns-hostile',
    says: [/resolvers ask again without EDNS: that works after one more round trip/, /does not know EDNS/],
    saysNot: [/does not keep the letters/],
  },
  {
    situation: 'Servers answer BADVERS to EDNS',
    scenario: 'edns-version-refused',
    says: [
      /ns1\.\S+ \[\S+\] and ns2\.\S+ \[\S+\] refuse EDNS with BADVERS\n.*Questions without EDNS are answered/,
      /Senders behind these see no MX record: they use the address of the domain, or return the mail/,
    ],
    saysNot: [/does not keep the letters/, /and nothing else/, /go by the old answer|clear the cache/],
  },
  {
    situation: 'One server answers after 3.5 s, the other at once',
    scenario: 'very-slow-name-server',
    says: [
      /ns2\.\S+ \[\S+\] is slow: it takes \d+\.\d s to answer/,
      /\d+ of \d+ queries were given up before an answer came/,
    ],
    saysNot: [],
  },
  {
    situation: 'Servers drop every first query, answer the repeat (50 % loss)',
    scenario: 'flaky-server',
    says: [/It answers when asked again/, /ns2\.\S+ \[\S+\] leaves \d+ of \d+ queries unanswered/],
    saysNot: [],
  },
  {
    situation: 'UDP answers truncated, TCP refused',
    scenario: 'truncated-without-tcp',
    says: [
      /The answer does not fit into UDP and has to be fetched over TCP, which is not answered/,
      /MX was asked of ns1\.\S+ \[\S+\] and \S+ \[\S+\]: a truncated answer, and none over TCP/,
    ],
    saysNot: [/answer with an error|zone is loaded/],
  },
  {
    situation: 'Answers carry another question',
    scenario: 'forged-answers',
    says: [/an answer to another question\. Resolvers ignore answers to what they have not asked/],
    saysNot: [/answer with an error|zone is loaded/],
  },
  {
    situation: 'A forged answer (wrong ID, evil MX) comes first, the true one 50 ms later',
    scenario: 'forged-answer-first',
    says: [
      /with a wrong id came first\. It was ignored, as resolvers do/,
      /Somebody guesses ids to forge answers/,
    ],
    saysNot: [],
  },
  ...[
    'Answers are random bytes after a right ID',
    'Answers with a compression pointer loop',
    'Answers cut off in the middle of a record (TC not set)',
    'Answer with a label type 01 (reserved) in the MX name',
  ].map((situation, index) => ({
    situation,
    scenario: 'unreadable-answers',
    says: [new RegExp(`was asked of .*ns${index + 1}\\.\\S+ \\[\\S+\\].*: a packet that cannot be read\\.`)],
    saysNot: [/answer with an error|zone is loaded/],
  })),
  {
    situation: 'MX queries get SERVFAIL, A queries work',
    scenario: 'mx-servfail',
    says: [
      /Deferred: .*nobody can tell where its mail goes[\s\S]*the address of the domain must not stand in/,
      /the address of the domain must not stand in/,
    ],
    saysNot: [],
  },
  {
    situation: 'Server lower-cases the question (breaks 0x20)',
    scenario: 'letter-case',
    says: [/Accepted: \S+ \[\S+\] takes mail/],
    saysNot: [],
  },
  {
    situation: 'MX host address alternates between a lab address and 127.0.0.1, TTL 0 (DNS rebinding)',
    scenario: 'inner-address-in-turn',
    says: [
      // What is forbidden to contact was not contacted: no session has it.
      /Nobody on the internet can reach 10\.66\.0\.25: senders that are given this address do not deliver/,
      /10\.66\.0\.25/,
    ],
    saysNot: [/on purpose, to spread the load/],
  },
  {
    situation: 'The order of equal MX changes with each answer',
    scenario: 'equals-in-turn',
    says: [/have the same preference 10\n.*Senders choose among them by chance/],
    saysNot: [],
  },
  {
    situation: '1500 MX records: a 60 KB answer by TCP',
    scenario: 'too-many-exchanges',
    says: [/has 900 mail exchangers\n.*and 877 more/, /has 900 mail exchangers/],
    saysNot: [],
  },
  {
    situation: 'TTL with the top bit set (RFC 2181: treat as 0)',
    scenario: 'ttl-top-bit',
    says: [
      /Accepted: \S+ \[\S+\] takes mail/,
      /The record says 4294967295: the top bit of the TTL is set, and then it counts as 0/,
    ],
    saysNot: [],
  },
  {
    situation: 'Endless referrals, one label deeper each time',
    scenario: 'delegated-too-deep',
    says: [/goes on for more than 16 steps/, /without coming to an end/],
    saysNot: [/upward-referral|with an error/],
  },
  {
    situation: 'The same MX record five times in one answer',
    scenario: 'mx-repeated',
    says: [/mx1\.\S+ is the only mail exchanger/, /^ +10 mx1\.mx-repeated\.test {2}\S+\n\n/m],
    saysNot: [/tries it (again|once more)/],
  },
  {
    situation: 'Several MX: first mail server refuses connections',
    scenario: 'first-exchange-down',
    says: [/mx1\.\S+ \[\S+\] refused the connection/, /Accepted: mx2\.\S+ \[\S+\] takes mail/],
    saysNot: [/sender’s side: make sure|outgoing port 25 is not blocked/],
  },
  {
    situation: 'Several MX: no mail server can be reached',
    scenario: 'no-exchange-reached',
    says: [
      /None of the 3 addresses takes the mail now/,
      /mx1\.\S+ \[\S+\] refused the connection[\s\S]*The connection to mx2\.\S+ \[\S+\] timed out/,
    ],
    saysNot: [/4\.3\.2\. Answer to EHLO/, /sender’s side: make sure|outgoing port 25 is not blocked/],
  },
  {
    situation: 'Several MX: a permanent refusal of the first server is final: the second is not asked',
    scenario: 'hosts-disagree',
    says: [/That refusal is final for senders: the backup is not asked then/],
    saysNot: [],
  },
];
