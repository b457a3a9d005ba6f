import addressLiteral from './address-literal';
import aliasLoop from './alias-loop';
import busy from './busy';
import busyInMidSession from './busy-in-mid-session';
import certificateExpired from './certificate-expired';
import certificateOtherName from './certificate-other-name';
import certificateSelfSigned from './certificate-self-signed';
import closedInMidSession from './closed-in-mid-session';
import codesDiffer from './codes-differ';
import connectionRefused from './connection-refused';
import connectionReset from './connection-reset';
import connectionTimesOut from './connection-times-out';
import delegatedTooDeep from './delegated-too-deep';
import dnssecAlias from './dnssec-alias';
import dnssecBackupBroken from './dnssec-backup-broken';
import dnssecBadSignature from './dnssec-bad-signature';
import dnssecExpired from './dnssec-expired';
import dnssecExpiresSoon from './dnssec-expires-soon';
import dnssecIterations from './dnssec-iterations';
import dnssecKeysSilent from './dnssec-keys-silent';
import dnssecMissingSignature from './dnssec-missing-signature';
import dnssecNoKeys from './dnssec-no-keys';
import dnssecNoProof from './dnssec-no-proof';
import dnssecNoSuchKey from './dnssec-no-such-key';
import dnssecNotYetValid from './dnssec-not-yet-valid';
import dnssecNsec3 from './dnssec-nsec3';
import dnssecOneServer from './dnssec-one-server';
import dnssecSecure from './dnssec-secure';
import dnssecServerDiffers from './dnssec-server-differs';
import dnssecUnknownAlgorithm from './dnssec-unknown-algorithm';
import dnssecUnsignedChild from './dnssec-unsigned-child';
import dnssecWildcard from './dnssec-wildcard';
import dnssecWildcardNsec from './dnssec-wildcard-nsec';
import dnssecWrongDs from './dnssec-wrong-ds';
import dnssecWithoutEdns from './dnssec-without-edns';
import domainIsAlias from './domain-is-alias';
import domainNotFound from './domain-not-found';
import ednsHostile from './edns-hostile';
import eightServers from './eight-servers';
import endlessBytes from './endless-bytes';
import endlessLines from './endless-lines';
import exchangeZoneBroken from './exchange-zone-broken';
import firstExchangeDown from './first-exchange-down';
import forgedAnswers from './forged-answers';
import glueDiffers from './glue-differs';
import glueMissing from './glue-missing';
import gluelessServers from './glueless-servers';
import greetingOnly from './greeting-only';
import greetingRefused from './greeting-refused';
import greylisting from './greylisting';
import greylistingBrief from './greylisting-brief';
import healthy from './healthy';
import heloOnly from './helo-only';
import hostUnreachable from './host-unreachable';
import hostileText from './hostile-text';
import hostsDisagree from './hosts-disagree';
import otherProduct from './other-product';
import oneAddressDead from './one-address-dead';
import backupAcceptsAny from './backup-accepts-any';
import identityUnresolved from './identity-unresolved';
import identityNameless from './identity-nameless';
import identityElsewhere from './identity-elsewhere';
import intercepted from './intercepted';
import portRejected from './port-rejected';
import controlSilent from './control-silent';
import identityClean from './identity-clean';
import idnDomain from './idn-domain';
import implicitMx from './implicit-mx';
import ipv6Only from './ipv6-only';
import ipv6Worse from './ipv6-worse';
import ipv6Slower from './ipv6-slower';
import lameDelegation from './lame-delegation';
import localError from './local-error';
import blocklisted from './blocklisted';
import mailboxDisabled from './mailbox-disabled';
import relayDenied from './relay-denied';
import mailboxFull from './mailbox-full';
import spfFails from './spf-fails';
import noReverseName from './no-reverse-name';
import mailboxFullBriefly from './mailbox-full-briefly';
import mailboxFullForGood from './mailbox-full-for-good';
import mailboxUnknown from './mailbox-unknown';
import manyServers from './many-servers';
import messageAccepted from './message-accepted';
import messageRefused from './message-refused';
import messageToBackup from './message-to-backup';
import messageSentOnce from './message-sent-once';
import messageRefusedByOne from './message-refused-by-one';
import mxAtLocalhost from './mx-at-localhost';
import mxIsAddress from './mx-is-address';
import mxIsAlias from './mx-is-alias';
import mxNames from './mx-names';
import mxPrivateAddress from './mx-private-address';
import mxSet from './mx-set';
import mxUnresolved from './mx-unresolved';
import mxWithoutAddress from './mx-without-address';
import nameServerIsAlias from './name-server-is-alias';
import nameServersDiffer from './name-servers-differ';
import nameServersFailing from './name-servers-failing';
import nameServersIpv6Only from './name-servers-ipv6-only';
import nameServersSilent from './name-servers-silent';
import noDnsHere from './no-dns-here';
import noIpv6Here from './no-ipv6-here';
import noMailService from './no-mail-service';
import noTcp from './no-tcp';
import tcpDiffers from './tcp-differs';
import loopsBack from './loops-back';
import refusedInManyWords from './refused-in-many-words';
import deferredInManyWords from './deferred-in-many-words';
import notSmtp from './not-smtp';
import nothingReachable from './nothing-reachable';
import nullMx from './null-mx';
import nullMxPreference from './null-mx-preference';
import nullMxWithOthers from './null-mx-with-others';
import oneNameServer from './one-name-server';
import oneServerLame from './one-server-lame';
import oneServerSilent from './one-server-silent';
import privateNameServer from './private-name-server';
import recipientRefused from './recipient-refused';
import zoneContact from './zone-contact';
import tooManyExchanges from './too-many-exchanges';
import tcpTrickles from './tcp-trickles';
import oneServerUpward from './one-server-upward';
import nameServersWithoutEnd from './name-servers-without-end';
import nameServerIsAddress from './name-server-is-address';
import mxAliasTooLong from './mx-alias-too-long';
import mxAliasLoop from './mx-alias-loop';
import mxAliasDangling from './mx-alias-dangling';
import letterCase from './letter-case';
import glueForeign from './glue-foreign';
import controlsBad from './controls-bad';
import controlsClean from './controls-clean';
import controlsUndecided from './controls-undecided';
import delegatedInACircle from './delegated-in-a-circle';
import aliasBesideOthers from './alias-beside-others';
import resolverDiffers from './resolver-differs';
import resolverFailing from './resolver-failing';
import reverseNames from './reverse-names';
import senderRefused from './sender-refused';
import serversInAnotherZone from './servers-in-another-zone';
import serversWithoutAddress from './servers-without-address';
import silentAfterRcpt from './silent-after-rcpt';
import silentGreeting from './silent-greeting';
import slowGreeting from './slow-greeting';
import slowNameServer from './slow-name-server';
import starttlsRefused from './starttls-refused';
import subdomainWithoutMx from './subdomain-without-mx';
import tarpit from './tarpit';
import threeLevelsDeep from './three-levels-deep';
import tlsHandshakeFails from './tls-handshake-fails';
import tlsNotOffered from './tls-not-offered';
import truncatedAnswer from './truncated-answer';
import truncatedWithoutTcp from './truncated-without-tcp';
import wildcardMx from './wildcard-mx';
import versionsDiffer from './versions-differ';
import zoneTimes from './zone-times';
import asteriskBanner from './asterisk-banner';
import authInTheClear from './auth-in-the-clear';
import bareCr from './bare-cr';
import bareLf from './bare-lf';
import bidirectionalText from './bidirectional-text';
import capabilitiesLie from './capabilities-lie';
import capabilitiesVanish from './capabilities-vanish';
import certificateChainIncomplete from './certificate-chain-incomplete';
import certificateExpiredOtherName from './certificate-expired-other-name';
import certificateExpiresSoon from './certificate-expires-soon';
import certificateIssuerExpired from './certificate-issuer-expired';
import certificateNotYetValid from './certificate-not-yet-valid';
import certificateUnknownIssuer from './certificate-unknown-issuer';
import certificateWeakKey from './certificate-weak-key';
import certificateWeakSignature from './certificate-weak-signature';
import closedAfterStarttls from './closed-after-starttls';
import closedAtData from './closed-at-data';
import closedAtEhlo from './closed-at-ehlo';
import closedAtFinalDot from './closed-at-final-dot';
import closedAtGreeting from './closed-at-greeting';
import closedAtRcpt from './closed-at-rcpt';
import closedUnderTls from './closed-under-tls';
import codeNotDigits from './code-not-digits';
import domainTakesNoMail from './domain-takes-no-mail';
import ehloRefused from './ehlo-refused';
import eightBitText from './eight-bit-text';
import firstExchangeFull from './first-exchange-full';
import greetingStalls from './greeting-stalls';
import greetingTeaser from './greeting-teaser';
import greetingTrickles from './greeting-trickles';
import handshakeHangs from './handshake-hangs';
import hostTakesNoMail from './host-takes-no-mail';
import lineOfAMegabyte from './line-of-a-megabyte';
import repliesWithoutText from './replies-without-text';
import replyInPieces from './reply-in-pieces';
import silentAfterData from './silent-after-data';
import silentAfterEhlo from './silent-after-ehlo';
import silentAfterMail from './silent-after-mail';
import silentAtFinalDot from './silent-at-final-dot';
import slowFinalDot from './slow-final-dot';
import slowReply from './slow-reply';
import smtputf8Missing from './smtputf8-missing';
import starttlsCrossedOut from './starttls-crossed-out';
import starttlsInjection from './starttls-injection';
import starttlsOfferedAgain from './starttls-offered-again';
import tenThousandLines from './ten-thousand-lines';
import tlsOldProtocol from './tls-old-protocol';
import twoRepliesAtOnce from './two-replies-at-once';
import unaskedReply from './unasked-reply';
import unknownAfterFinalDot from './unknown-after-final-dot';
import utf8Text from './utf8-text';
import closedAtStarttls from './closed-at-starttls';
import silentAfterStarttls from './silent-after-starttls';
import decoratedGreeting from './decorated-greeting';
import type { Scenario } from './scenario';
import addressesInTurn from './addresses-in-turn';
import senderDenied from './sender-denied';
import senderDoubted from './sender-doubted';
import blocklistedForNow from './blocklisted-for-now';
import greylistingGreeting from './greylisting-greeting';
import rateLimited from './rate-limited';
import scannerBroken from './scanner-broken';
import configurationBroken from './configuration-broken';
import putOff from './put-off';
import twoReasons from './two-reasons';
import oneOfTwoGreylists from './one-of-two-greylists';
import hostsDisagreeAboutUs from './hosts-disagree-about-us';
import noDnsTcpHere from './no-dns-tcp-here';
import truncatedNoDnsTcpHere from './truncated-no-dns-tcp-here';
import ipv6SilentHere from './ipv6-silent-here';
import clockWrongHere from './clock-wrong-here';
import aliasOwnZone from './alias-own-zone';
import aliasApex from './alias-apex';
import subdomainOfSubdomain from './subdomain-of-subdomain';
import wildcardBeside from './wildcard-beside';
import dnssecOptOut from './dnssec-opt-out';
import reverseNamesMany from './reverse-names-many';
import mxDotMissing from './mx-dot-missing';
import soaSenseless from './soa-senseless';
import ednsIgnored from './edns-ignored';
import ednsIgnoredSigned from './edns-ignored-signed';
import parentsDiffer from './parents-differ';
import tooManyAddresses from './too-many-addresses';
import parentsKeysDiffer from './parents-keys-differ';
import wildcardAddress from './wildcard-address';

/** Every situation there is, in the order of the alphabet. A new one is a file and two lines here. */
export const SCENARIOS: readonly Scenario[] = [
  addressLiteral,
  aliasLoop,
  busy,
  busyInMidSession,
  certificateExpired,
  certificateOtherName,
  certificateSelfSigned,
  closedInMidSession,
  codesDiffer,
  connectionRefused,
  connectionReset,
  connectionTimesOut,
  delegatedTooDeep,
  dnssecAlias,
  dnssecBackupBroken,
  dnssecBadSignature,
  dnssecExpired,
  dnssecExpiresSoon,
  dnssecIterations,
  dnssecKeysSilent,
  dnssecMissingSignature,
  dnssecNoKeys,
  dnssecNoProof,
  dnssecNoSuchKey,
  dnssecNotYetValid,
  dnssecNsec3,
  dnssecOneServer,
  dnssecSecure,
  dnssecServerDiffers,
  dnssecUnknownAlgorithm,
  dnssecUnsignedChild,
  dnssecWildcard,
  dnssecWildcardNsec,
  dnssecWrongDs,
  dnssecWithoutEdns,
  domainIsAlias,
  domainNotFound,
  ednsHostile,
  eightServers,
  endlessBytes,
  endlessLines,
  exchangeZoneBroken,
  firstExchangeDown,
  forgedAnswers,
  glueDiffers,
  glueMissing,
  gluelessServers,
  greetingOnly,
  greetingRefused,
  greylisting,
  greylistingBrief,
  healthy,
  heloOnly,
  hostUnreachable,
  hostileText,
  hostsDisagree,
  backupAcceptsAny,
  oneAddressDead,
  otherProduct,
  idnDomain,
  implicitMx,
  ipv6Only,
  ipv6Worse,
  ipv6Slower,
  lameDelegation,
  localError,
  blocklisted,
  mailboxDisabled,
  relayDenied,
  mailboxFull,
  spfFails,
  noReverseName,
  mailboxFullBriefly,
  mailboxFullForGood,
  mailboxUnknown,
  manyServers,
  messageAccepted,
  messageRefused,
  messageToBackup,
  messageSentOnce,
  messageRefusedByOne,
  mxAtLocalhost,
  mxIsAddress,
  mxIsAlias,
  mxNames,
  mxPrivateAddress,
  mxSet,
  mxUnresolved,
  mxWithoutAddress,
  nameServerIsAlias,
  nameServersDiffer,
  nameServersFailing,
  nameServersIpv6Only,
  nameServersSilent,
  noDnsHere,
  noIpv6Here,
  noMailService,
  noTcp,
  tcpDiffers,
  loopsBack,
  refusedInManyWords,
  deferredInManyWords,
  notSmtp,
  nothingReachable,
  nullMx,
  nullMxPreference,
  nullMxWithOthers,
  oneNameServer,
  oneServerLame,
  oneServerSilent,
  privateNameServer,
  recipientRefused,
  zoneContact,
  tooManyExchanges,
  tcpTrickles,
  oneServerUpward,
  nameServersWithoutEnd,
  nameServerIsAddress,
  mxAliasTooLong,
  mxAliasLoop,
  mxAliasDangling,
  letterCase,
  glueForeign,
  delegatedInACircle,
  aliasBesideOthers,
  identityClean,
  identityElsewhere,
  identityNameless,
  identityUnresolved,
  intercepted,
  portRejected,
  controlSilent,
  controlsBad,
  controlsClean,
  controlsUndecided,
  resolverDiffers,
  resolverFailing,
  reverseNames,
  senderRefused,
  serversInAnotherZone,
  serversWithoutAddress,
  silentAfterRcpt,
  silentGreeting,
  slowGreeting,
  slowNameServer,
  starttlsRefused,
  subdomainWithoutMx,
  tarpit,
  threeLevelsDeep,
  tlsHandshakeFails,
  tlsNotOffered,
  truncatedAnswer,
  truncatedWithoutTcp,
  wildcardMx,
  versionsDiffer,
  zoneTimes,
  asteriskBanner,
  authInTheClear,
  bareCr,
  bareLf,
  bidirectionalText,
  capabilitiesLie,
  capabilitiesVanish,
  certificateChainIncomplete,
  certificateExpiredOtherName,
  certificateExpiresSoon,
  certificateIssuerExpired,
  certificateNotYetValid,
  certificateUnknownIssuer,
  certificateWeakKey,
  certificateWeakSignature,
  closedAfterStarttls,
  closedAtData,
  closedAtEhlo,
  closedAtFinalDot,
  closedAtGreeting,
  closedAtRcpt,
  closedUnderTls,
  codeNotDigits,
  domainTakesNoMail,
  ehloRefused,
  eightBitText,
  firstExchangeFull,
  greetingStalls,
  greetingTeaser,
  greetingTrickles,
  handshakeHangs,
  hostTakesNoMail,
  lineOfAMegabyte,
  repliesWithoutText,
  replyInPieces,
  silentAfterData,
  silentAfterEhlo,
  silentAfterMail,
  silentAtFinalDot,
  slowFinalDot,
  slowReply,
  smtputf8Missing,
  starttlsCrossedOut,
  starttlsInjection,
  starttlsOfferedAgain,
  tenThousandLines,
  tlsOldProtocol,
  twoRepliesAtOnce,
  unaskedReply,
  unknownAfterFinalDot,
  utf8Text,
  closedAtStarttls,
  silentAfterStarttls,
  decoratedGreeting,
  addressesInTurn,
  senderDenied,
  senderDoubted,
  blocklistedForNow,
  greylistingGreeting,
  rateLimited,
  scannerBroken,
  configurationBroken,
  putOff,
  twoReasons,
  oneOfTwoGreylists,
  hostsDisagreeAboutUs,
  noDnsTcpHere,
  truncatedNoDnsTcpHere,
  ipv6SilentHere,
  clockWrongHere,
  aliasOwnZone,
  aliasApex,
  subdomainOfSubdomain,
  wildcardBeside,
  dnssecOptOut,
  reverseNamesMany,
  mxDotMissing,
  soaSenseless,
  ednsIgnored,
  ednsIgnoredSigned,
  parentsDiffer,
  tooManyAddresses,
  parentsKeysDiffer,
  wildcardAddress,
];
