import type { FindingCode } from '@/lib/findings/catalogue';

/** What a message tag of Zonemaster is here: findings, any of which says the same, or the reason why there is none. */
export type Meant = readonly FindingCode[] | string;

const GOOD = 'good news: it needs no finding';
const NO_MAIL = 'no consequence for mail';
const ROLLOVER = 'concerns key rollovers and the registry, no consequence for mail';
const NOT_ASKED = 'not asked here: no consequence for mail';
const SETTING = 'a setting of their test, not of the zone';
const SPF = 'concerns mail that the domain sends, not mail that it gets';

const BLOCKED: readonly FindingCode[] = ['dns.server-blocked', 'dns.servers-blocked'];
const SILENT: readonly FindingCode[] = ['dns.server-silent', 'dns.servers-silent', 'dns.no-answer'];
const UNUSABLE: readonly FindingCode[] = ['dns.server-unusable', 'dns.servers-unusable', 'dns.failing'];

/**
 * Written from memory of Zonemaster's test case specifications, old and new tags; nobody compared it with a corpus. What is
 * too low or too high differs: theirs are recommendations for registries, ours begin where mail suffers.
 */
const ROWS: readonly (readonly [tags: string, is: Meant])[] = [
  // Address
  ['A01_ADDR_NOT_GLOBALLY_REACHABLE A01_DOCUMENTATION_ADDR A01_LOCAL_USE_ADDR', BLOCKED],
  ['NAMESERVER_IP_PRIVATE_NETWORK', BLOCKED],
  ['A01_NO_GLOBALLY_REACHABLE_ADDR', ['dns.servers-blocked']],
  ['A01_GLOBALLY_REACHABLE_ADDR NO_IP_PRIVATE_NETWORK NAMESERVERS_IP_WITH_REVERSE', GOOD],
  ['A01_NO_NAME_SERVERS_FOUND', ['dns.no-server-address']],
  ['NAMESERVER_IP_PTR_MATCH', GOOD],
  ['NAMESERVER_IP_WITHOUT_REVERSE NAMESERVER_IP_PTR_MISMATCH NO_RESPONSE_PTR_QUERY', NO_MAIL],

  // Basic
  ['B01_CHILD_FOUND B01_PARENT_FOUND HAS_PARENT HAS_NAMESERVERS HAS_A_RECORDS B02_AUTH_RESPONSE_SOA', GOOD],
  [
    'B01_CHILD_IS_ALIAS B01_INCONSISTENT_ALIAS',
    'a DNAME redirects the names below it: mail to the name itself is not touched',
  ],
  ['B01_INCONSISTENT_DELEGATION', ['ns.parents-differ', 'zone.answers-differ']],
  ['B01_NO_CHILD', ['domain.not-found', 'domain.own-zone', 'domain.is-alias']],
  ['NO_DOMAIN', ['domain.not-found']],
  ['B01_SERVER_ZONE_ERROR B01_PARENT_DISREGARDED B01_PARENT_UNDETERMINED', UNUSABLE],
  ['B01_PARENT_NOT_FOUND NO_PARENT', ['dns.no-answer', 'vantage.no-dns']],
  ['B01_ROOT_HAS_NO_PARENT', 'the root has no mail'],
  ['B02_NO_DELEGATION', ['domain.not-found', 'domain.own-zone']],
  [
    'B02_NO_WORKING_NS NS_FAILED',
    ['dns.failing', 'dns.no-answer', 'dns.no-server-address', 'dns.without-authority'],
  ],
  ['B02_NS_BROKEN B02_UNEXPECTED_RCODE', UNUSABLE],
  ['B02_NS_NOT_AUTH', [...UNUSABLE, 'dns.without-authority']],
  ['B02_NS_NO_IP_ADDR', ['ns.no-address', 'dns.no-server-address']],
  ['B02_NS_NO_RESPONSE NS_NO_RESPONSE', SILENT],
  ['NO_A_RECORDS', 'a domain needs no address of its own to get mail'],
  ['A_QUERY_NO_RESPONSES', SILENT],
  ['NO_GLUE_PREVENTS_NAMESERVER_TESTS', ['ns.glue-missing', 'dns.no-server-address']],
  ['IPV4_DISABLED IPV4_ENABLED IPV6_DISABLED IPV6_ENABLED', SETTING],

  // Connectivity
  ['CN01_NO_RESPONSE_UDP CN01_NO_RESPONSE_NS_QUERY_UDP CN01_NO_RESPONSE_SOA_QUERY_UDP', SILENT],
  ['NAMESERVER_NO_UDP_53', SILENT],
  ['CN01_MISSING_NS_RECORD_UDP CN01_MISSING_SOA_RECORD_UDP CN01_NS_RECORD_NOT_AA_UDP', UNUSABLE],
  ['CN01_SOA_RECORD_NOT_AA_UDP CN01_UNEXPECTED_RCODE_NS_QUERY_UDP', UNUSABLE],
  ['CN01_UNEXPECTED_RCODE_SOA_QUERY_UDP CN01_WRONG_NS_RECORD_UDP CN01_WRONG_SOA_RECORD_UDP', UNUSABLE],
  ['CN02_NO_RESPONSE_TCP CN02_NO_RESPONSE_NS_QUERY_TCP CN02_NO_RESPONSE_SOA_QUERY_TCP', ['ns.no-tcp']],
  ['NAMESERVER_NO_TCP_53', ['ns.no-tcp']],
  ['CN02_MISSING_NS_RECORD_TCP CN02_MISSING_SOA_RECORD_TCP CN02_NS_RECORD_NOT_AA_TCP', UNUSABLE],
  ['CN02_SOA_RECORD_NOT_AA_TCP CN02_UNEXPECTED_RCODE_NS_QUERY_TCP', UNUSABLE],
  ['CN02_UNEXPECTED_RCODE_SOA_QUERY_TCP', UNUSABLE],
  ['CN02_WRONG_NS_RECORD_TCP CN02_WRONG_SOA_RECORD_TCP', ['ns.transports-differ', 'dns.server-unusable']],
  ['NAMESERVER_HAS_UDP_53 NAMESERVER_HAS_TCP_53', GOOD],
  [
    'IPV4_ONE_ASN IPV6_ONE_ASN IPV4_SAME_ASN IPV6_SAME_ASN',
    'autonomous systems are not looked up; ns.one-network looks at the network',
  ],
  ['IPV4_DIFFERENT_ASN IPV6_DIFFERENT_ASN', GOOD],
  ['EMPTY_ASN_SET ERROR_ASN_DATABASE CN04_EMPTY_PREFIX_SET CN04_ERROR_PREFIX_DATABASE', SETTING],
  ['CN04_IPV4_SAME_PREFIX CN04_IPV4_SINGLE_PREFIX', ['ns.one-network']],
  ['CN04_IPV6_SAME_PREFIX CN04_IPV6_SINGLE_PREFIX', ['ns.one-network']],
  ['CN04_IPV4_DIFFERENT_PREFIX CN04_IPV6_DIFFERENT_PREFIX', GOOD],

  // Consistency
  ['MULTIPLE_SOA_SERIALS SOA_SERIAL_VARIATION', ['zone.serials-differ']],
  ['ONE_SOA_SERIAL MULTIPLE_SOA_SERIALS_OK SOA_SERIAL ONE_SOA_RNAME SOA_RNAME ONE_SOA_MNAME', GOOD],
  ['ONE_SOA_TIME_PARAMETER_SET SOA_TIME_PARAMETER_SET ONE_NS_SET NS_SET ADDRESSES_MATCH', GOOD],
  ['MULTIPLE_SOA_RNAMES MULTIPLE_SOA_MNAMES MULTIPLE_SOA_TIME_PARAMETER_SET', NO_MAIL],
  ['MULTIPLE_NS_SET', ['zone.answers-differ']],
  ['NO_RESPONSE NO_RESPONSE_NS_QUERY', SILENT],
  ['NO_RESPONSE_SOA_QUERY', [...SILENT, ...UNUSABLE]],
  ['IN_BAILIWICK_ADDR_MISMATCH EXTRA_ADDRESS_PARENT', ['ns.glue-differs', 'ns.no-address']],
  ['EXTRA_ADDRESS_CHILD', 'a registry that knows fewer addresses sends nobody astray'],
  ['OUT_OF_BAILIWICK_ADDR_MISMATCH', 'glue outside of the zone is a hint that resolvers replace'],
  ['CHILD_NS_FAILED CHILD_ZONE_LAME', UNUSABLE],

  // Delegation
  ['NOT_ENOUGH_NS_CHILD NOT_ENOUGH_NS_DEL', ['ns.only-one']],
  ['NOT_ENOUGH_IPV4_NS_CHILD NOT_ENOUGH_IPV4_NS_DEL', ['ns.only-one', 'ns.ipv6-only']],
  ['NO_IPV4_NS_CHILD NO_IPV4_NS_DEL', ['ns.ipv6-only']],
  ['NO_IPV6_NS_CHILD NO_IPV6_NS_DEL NOT_ENOUGH_IPV6_NS_CHILD NOT_ENOUGH_IPV6_NS_DEL', ['ns.ipv4-only']],
  ['ENOUGH_NS_CHILD ENOUGH_NS_DEL ENOUGH_IPV4_NS_CHILD ENOUGH_IPV4_NS_DEL', GOOD],
  ['ENOUGH_IPV6_NS_CHILD ENOUGH_IPV6_NS_DEL CHILD_DISTINCT_NS_IP DEL_DISTINCT_NS_IP', GOOD],
  ['CHILD_NS_SAME_IP DEL_NS_SAME_IP SAME_IP_ADDRESS', ['ns.only-one', 'ns.shared-address']],
  ['REFERRAL_SIZE_OK ARE_AUTHORITATIVE NO_NS_CNAME SOA_EXISTS NAMES_MATCH', GOOD],
  ['REFERRAL_SIZE_TOO_LARGE', NO_MAIL],
  ['IS_NOT_AUTHORITATIVE', UNUSABLE],
  ['NS_IS_CNAME', ['ns.is-alias']],
  ['SOA_NOT_EXISTS UNEXPECTED_RCODE', UNUSABLE],
  ['EXTRA_NAME_CHILD EXTRA_NAME_PARENT TOTAL_NAME_MISMATCH', ['ns.sets-differ']],

  // DNSSEC
  [
    'DS02_NO_DNSKEY_FOR_DS DS02_NO_MATCH_DS_DNSKEY DS02_NO_VALID_DNSKEY_FOR_ANY_DS',
    ['dnssec.wrong-ds', 'dnssec.no-keys'],
  ],
  [
    'DS02_DNSKEY_NOT_SIGNED_BY_ANY_DS DS02_DNSKEY_NOT_FOR_ZONE_SIGNING',
    ['dnssec.wrong-ds', 'dnssec.bad-signature'],
  ],
  ['DS02_NO_MATCHING_DNSKEY_RRSIG', ['dnssec.missing-signature', 'dnssec.no-such-key']],
  ['DS02_RRSIG_NOT_VALID_BY_DNSKEY DS08_RRSIG_NOT_VALID_BY_DNSKEY', ['dnssec.bad-signature']],
  ['DS09_RRSIG_NOT_VALID_BY_DNSKEY', ['dnssec.bad-signature']],
  ['DS02_DNSKEY_NOT_SEP', NO_MAIL],
  ['DS03_ILLEGAL_ITERATION_VALUE', ['dnssec.too-many-iterations']],
  ['DS03_ILLEGAL_HASH_ALGO DS03_UNASSIGNED_FLAG_USED', ['dnssec.no-proof']],
  ['DS03_ILLEGAL_SALT_LENGTH DS03_NSEC3_OPT_OUT_ENABLED_TLD', NO_MAIL],
  ['DS03_NSEC3_OPT_OUT_ENABLED_NON_TLD', ['dnssec.opt-out']],
  ['DS03_NO_DNSSEC_SUPPORT DS07_NOT_SIGNED DS10_ZONE_NO_DNSSEC', ['dnssec.unsigned']],
  ['RRSIG_EXPIRED DS08_DNSKEY_RRSIG_EXPIRED DS09_SOA_RRSIG_EXPIRED', ['dnssec.expired']],
  ['DS08_DNSKEY_RRSIG_NOT_YET_VALID DS09_SOA_RRSIG_NOT_YET_VALID', ['dnssec.not-yet-valid']],
  ['REMAINING_SHORT', ['dnssec.expires-soon']],
  ['REMAINING_LONG DURATION_LONG', NO_MAIL],
  ['DURATION_OK RRSIG_EXPIRATION ALGORITHM_OK EXTRA_PROCESSING_OK KEY_SIZE_OK', GOOD],
  [
    'ALGORITHM_DEPRECATED ALGORITHM_RESERVED ALGORITHM_UNASSIGNED ALGORITHM_PRIVATE',
    ['dnssec.unknown-algorithm'],
  ],
  [
    'ALGORITHM_NOT_ZONE_SIGN DS05_ALGO_DEPRECATED DS05_ALGO_RESERVED DS05_ALGO_UNASSIGNED',
    ['dnssec.unknown-algorithm'],
  ],
  ['DS05_ALGO_PRIVATE DS05_ALGO_NOT_ZONE_SIGN', ['dnssec.unknown-algorithm']],
  ['DS01_DS_ALGO_RESERVED DS01_DS_ALGO_NOT_DS', ['dnssec.unknown-algorithm']],
  ['ALGORITHM_NOT_RECOMMENDED DS05_ALGO_NOT_RECOMMENDED DNSKEY_SMALLER_THAN_REC', NO_MAIL],
  ['EXTRA_PROCESSING_BROKEN', ['dnssec.missing-signature']],
  ['DS07_DS_FOR_SIGNED_ZONE DS07_SIGNED DS07_SIGNED_ON_SERVER DS07_DS_ON_PARENT_SERVER', GOOD],
  ['DS07_NO_DS_FOR_SIGNED_ZONE DS07_NO_DS_ON_PARENT_SERVER', ['dnssec.unsigned']],
  ['DS07_NOT_SIGNED_ON_SERVER DS11_INCONSISTENT_SIGNED_ZONE', ['dnssec.server-differs']],
  ['DS07_INCONSISTENT_DS DS11_INCONSISTENT_DS', ['dnssec.parents-differ']],
  ['DS07_NON_AUTH_RESPONSE_DNSKEY DS07_UNEXP_RCODE_RESP_DNSKEY NO_RESPONSE_DNSKEY', ['dnssec.indeterminate']],
  ['DS08_MISSING_RRSIG_IN_RESPONSE DS09_MISSING_RRSIG_IN_RESPONSE', ['dnssec.missing-signature']],
  ['DS13_ALGO_NOT_SIGNED_DNSKEY DS13_ALGO_NOT_SIGNED_NS DS13_ALGO_NOT_SIGNED_SOA', NO_MAIL],
  ['DS08_NO_MATCHING_DNSKEY DS09_NO_MATCHING_DNSKEY', ['dnssec.no-such-key']],
  ['DS11_DS_BUT_UNSIGNED_ZONE', ['dnssec.no-keys']],
  ['DS10_HAS_NSEC DS10_HAS_NSEC3 DS10_NAMESERVER_HAS_NSEC DS10_NAMESERVER_HAS_NSEC3', GOOD],
  [
    'DS10_EXPECTED_NSEC_NSEC3_MISSING DS10_NSEC_MISMATCHES_APEX DS10_NSEC3_MISMATCHES_APEX',
    ['dnssec.no-proof'],
  ],
  [
    'DS10_NSEC_MISSING_SIGNATURE DS10_NSEC3_MISSING_SIGNATURE',
    ['dnssec.no-proof', 'dnssec.missing-signature'],
  ],
  ['DS10_NSEC_RRSIG_EXPIRED DS10_NSEC3_RRSIG_EXPIRED', ['dnssec.expired']],
  ['DS10_NSEC_RRSIG_NOT_YET_VALID DS10_NSEC3_RRSIG_NOT_YET_VALID', ['dnssec.not-yet-valid']],
  ['DS10_NSEC_RRSIG_NO_DNSKEY DS10_NSEC3_RRSIG_NO_DNSKEY', ['dnssec.no-such-key', 'dnssec.no-proof']],
  ['DS10_NSEC_RRSIG_VERIFY_ERROR DS10_NSEC3_RRSIG_VERIFY_ERROR', ['dnssec.bad-signature', 'dnssec.no-proof']],

  // Nameserver
  ['NO_EDNS_SUPPORT', ['ns.edns-unknown', 'ns.edns-ignored']],
  ['EDNS_RESPONSE_WITHOUT_EDNS N11_NO_EDNS', ['ns.edns-ignored']],
  ['BREAKS_ON_EDNS', ['ns.edns-dropped']],
  ['EDNS_VERSION_ERROR NS_ERROR', UNUSABLE],
  ['EDNS0_SUPPORT NO_RECURSOR NO_UPWARD_REFERRAL CAN_BE_RESOLVED SAME_SOURCE_IP', GOOD],
  ['QNAME_CASE_SENSITIVE CASE_QUERIES_RESULTS_OK CASE_QUERY_SAME_ANSWER CASE_QUERY_SAME_RC', GOOD],
  ['AAAA_WELL_PROCESSED AXFR_FAILURE', GOOD],
  ['UPWARD_REFERRAL', ['ns.upward-referral']],
  ['CAN_NOT_BE_RESOLVED NO_RESOLUTION', ['ns.no-address', 'dns.no-server-address']],
  ['QNAME_CASE_INSENSITIVE CASE_QUERIES_RESULTS_DIFFER CASE_QUERY_DIFFERENT_ANSWER', ['ns.letter-case']],
  ['CASE_QUERY_DIFFERENT_RC CASE_QUERY_NO_ANSWER', ['ns.letter-case']],
  ['AAAA_QUERY_DROPPED AAAA_UNEXPECTED_RCODE AAAA_BAD_RDATA', ['mx.address-unresolved']],
  ['DIFFERENT_SOURCE_IP', SILENT],
  ['IS_A_RECURSOR RECURSIVITY_UNDEF AXFR_AVAILABLE Z_FLAGS_NOTCLEAR A_UNEXPECTED_RCODE', NOT_ASKED],

  // Syntax
  ['ONLY_ALLOWED_CHARS NO_ENDING_HYPHENS NO_DOUBLE_DASH NAMESERVER_SYNTAX_OK MNAME_SYNTAX_OK', GOOD],
  ['MX_SYNTAX_OK RNAME_NO_AT_SIGN RNAME_RFC822_VALID', GOOD],
  ['NON_ALLOWED_CHARS INITIAL_HYPHEN TERMINAL_HYPHEN', 'the target is refused when it is typed (lib/target)'],
  ['DISCOURAGED_DOUBLE_DASH NAMESERVER_DISCOURAGED_DOUBLE_DASH', NO_MAIL],
  ['MNAME_DISCOURAGED_DOUBLE_DASH MX_DISCOURAGED_DOUBLE_DASH', NO_MAIL],
  ['NAMESERVER_NON_ALLOWED_CHARS MNAME_NON_ALLOWED_CHARS MNAME_NUMERIC_TLD', NO_MAIL],
  ['NAMESERVER_NUMERIC_TLD', ['ns.is-address-literal']],
  ['MX_NON_ALLOWED_CHARS', ['mx.underscore']],
  ['MX_NUMERIC_TLD', ['mx.is-address-literal']],
  ['RNAME_MISUSED_AT_SIGN RNAME_RFC822_INVALID', ['zone.contact-unusable']],
  ['RNAME_MAIL_DOMAIN_INVALID RNAME_MAIL_DOMAIN_LOCALHOST RNAME_MAIL_ILLEGAL_CNAME', NOT_ASKED],
  ['NO_RESPONSE_MX_QUERY Z09_NO_RESPONSE_MX_QUERY', SILENT],

  // Zone
  ['Z01_MNAME_NOT_IN_NS_LIST', ['zone.primary-hidden']],
  ['Z01_MNAME_IS_MASTER REFRESH_MINIMUM_VALUE_OK REFRESH_HIGHER_THAN_RETRY RETRY_MINIMUM_VALUE_OK', GOOD],
  ['EXPIRE_MINIMUM_VALUE_OK SOA_DEFAULT_TTL_MAXIMUM_VALUE_OK MNAME_IS_NOT_CNAME ONE_SOA', GOOD],
  ['REFRESH_MINIMUM_VALUE_LOWER', ['zone.refresh-short']],
  ['REFRESH_LOWER_THAN_RETRY', ['zone.retry-over-refresh']],
  ['RETRY_MINIMUM_VALUE_LOWER', ['zone.retry-short']],
  ['EXPIRE_LOWER_THAN_REFRESH EXPIRE_MINIMUM_VALUE_LOWER', ['zone.expires-soon']],
  ['SOA_DEFAULT_TTL_MAXIMUM_VALUE_HIGHER', ['zone.negative-ttl-long']],
  ['SOA_DEFAULT_TTL_MAXIMUM_VALUE_LOWER', ['zone.negative-ttl-short']],
  ['MNAME_HAS_NO_ADDRESS MNAME_IS_CNAME', NO_MAIL],
  ['MX_RECORD_IS_CNAME', ['mx.is-alias']],
  ['MX_RECORD_IS_NOT_CNAME Z09_MX_DATA Z09_MX_FOUND', GOOD],
  ['Z09_INCONSISTENT_MX Z09_INCONSISTENT_MX_DATA', ['zone.answers-differ']],
  ['Z09_MISSING_MAIL_TARGET', ['domain.no-mail-service', 'mx.implicit']],
  ['Z09_NO_MX_FOUND', ['domain.no-mail-service', 'mx.implicit']],
  ['Z09_NON_AUTH_MX_RESPONSE Z09_UNEXPECTED_RCODE_MX', UNUSABLE],
  ['Z09_NULL_MX_NON_ZERO_PREF', ['mx.null-preference']],
  ['Z09_NULL_MX_WITH_OTHER_MX', ['mx.null-with-others']],
  ['Z09_ROOT_EMAIL_DOMAIN Z09_TLD_EMAIL_DOMAIN', 'nobody reads mail at the root or a registry'],
  ['MULTIPLE_SOA WRONG_SOA NO_SOA_IN_RESPONSE', UNUSABLE],
];

/** Families of which no tag means anything to mail. */
const FAMILIES: readonly (readonly [prefix: string, why: string])[] = [
  ['Z01_MNAME_', NO_MAIL],
  ['Z11_', SPF],
  ['DS01_', ROLLOVER],
  ['DS02_', ROLLOVER],
  ['DS03_', ROLLOVER],
  ['DS05_', ROLLOVER],
  ['DS07_', ROLLOVER],
  ['DS10_', 'how absences are proven is of consequence only when the proof fails'],
  ['DS11_', ROLLOVER],
  ...['DS15_', 'DS16_', 'DS17_', 'DS18_'].map((prefix) => [prefix, ROLLOVER] as const),
  ...['N10_', 'N11_', 'N15_', 'NSV'].map((prefix) => [prefix, NOT_ASKED] as const),
  ['CN01_IPV', SETTING],
  ['CN02_IPV', SETTING],
];

const KNOWN: ReadonlyMap<string, Meant> = new Map(
  ROWS.flatMap(([tags, is]) => tags.split(' ').map((tag) => [tag, is] as const)),
);

/** What the tag is here; null for one that nobody has thought about. */
export function meantBy(tag: string): Meant | null {
  const family = FAMILIES.find(([prefix]) => tag.startsWith(prefix));
  return KNOWN.get(tag) ?? family?.[1] ?? null;
}

/** Every tag of the table by itself. */
export const TAGS: readonly string[] = ROWS.flatMap(([tags]) => tags.split(' '));
