import { either, near } from '../phrase';
import { rowsOf } from '../row';
import { UNEXPLAINED } from '../unexplained';

/** A part of the system fails. */
export const SYSTEM_ERROR = rowsOf('system-error', {
  unfinished: [
    {
      id: 'verification-unfinished',
      pattern: either(
        /unverified (?:address|recipient|sender)\b.{0,20}(?:connect to|lost connection|conversation|timed out|host .{0,80}timed|address verification in|mail transport|unknown mail)/,
        /(?:address )?verification in (?:progress|process)/,
        /(?:recipient|address) (?:callout|verification|verify)\b.{0,40}(?:defer\w*|could not (?:be )?complete\w*|temporar\w+|tempfail|timed? ?out|did not complete)/,
        /(?:could not|cannot|unable to|can't) complete (?:recipient|address)? ?(?:verif|callout)/,
      ),
      example: '421 4.1.1 unverified address: lost connection',
      source: 'field-manual',
    },
    {
      id: 'verification-failed',
      pattern:
        /\brecipient address rejected: unverified address: (?!.{0,300}(?:\b5\.1\.[1-6]\b|user unknown|unknown user|no such|not exist|not found|address verification in progress))/,
      meaning:
        'The receiving server could not find out whether the mailbox exists: the server or the table that it asks gave no answer.',
      fix: 'The administrator of the recipient’s side looks in the log of the mail server for what failed: a lookup table or database, or the server behind it.',
      example:
        '450 4.1.1 <a@example.org>: Recipient address rejected: unverified address: Address lookup failure',
      source: 'postfix-verify',
    },
  ],
  'broken-part': [
    {
      id: 'part-fails',
      pattern: near(
        [
          '(?:anti-?)?virus[ -]?scan(?:ner|ning)?s?',
          '(?:anti-?)?virus (?:engine|filter|check)',
          'content[ -]?(?:filter|scanner)(?:ing)?',
          'scan(?:ner|ning)',
          '(?:anti-?)?spam (?:filter|scanner|engine|daemon)',
          'database',
          'ldap',
          'clamd?',
          'spamd',
          'milter',
          'policy (?:service|server|daemon)',
          'directory (?:server|service)',
          'auth(?:entication)? (?:server|service)',
        ],
        20,
        [
          'fail',
          'error',
          'unavailable',
          'not (?:available|respond|reach|work|running)',
          'timed? ?-?out',
          'down',
          'defer',
          'unable',
          'crash',
          'problem',
          'service is (?:temporarily )?unavailable',
        ],
      ),
      example: '451 4.3.0 LDAP lookup failed',
      source: 'programs',
    },
    {
      id: 'queue-file',
      pattern: /write error|failed to be replicated|disk full|no space left on|queue file/,
      example: '450 4.3.0 Queue file write error',
      source: 'programs',
    },
    {
      id: 'command-died',
      pattern:
        /\b(?:child process|command|pipe|mailer)\b.{0,60}\b(?:returned|died|exit(?:ed)?|failed|status)\b/,
      example: '554 5.3.0 mailer daemon failed, command died with status 75',
      source: 'sisimai',
    },
    {
      id: 'unknown-mailer-error',
      pattern: /\bunknown mailer error\b/,
      example: '554 5.3.0 Unknown mailer error 255',
      source: 'sisimai',
    },
    {
      id: 'cannot-fork',
      pattern: /cannot fork|fork failed|(?:unable|failed) to fork/,
      example: '451 resources temporarily unavailable: cannot fork',
      source: 'memory',
    },
    {
      id: 'cannot-reach-database',
      pattern: either(
        /(?:cannot|can't|could not|unable to|failed to) (?:reach|contact|connect to|open|query|access) (?:\w+ ){0,3}(?:database|ldap|directory|milter|scanner|backend|policy (?:server|service))/,
        /\blocal delivery failed\b/,
      ),
      example: '451 4.3.0 cannot reach our user database',
      source: 'memory',
    },
  ],
  system: [
    {
      id: 'local-error',
      pattern: either(
        /(?:local|internal|system|server|software|configuration|config|database|disk|storage|file ?system|ldap|lookup|my ?sql|sql|i\/?o|queue|write|read|backend|back-?end|milter|policy (?:server|service)|directory|filter|script|delivery|transport|mailer|process\w*|program|memory|spool|temp\w* file|mail ?(?:server|system|store|drop)|application|runtime|protocol stack|daemon|kernel|unexpected|fatal|unknown|critical|serious|delivery agent|pipe|command|maildrop|procmail|authentication (?:server|service|backend)|storedrv|hub|imap|lmtp|store|message store|recipient verification)\b.{0,40}\b(?:error|fail\w*|fault|problem|down|mis-?config\w*|unavailable|not (?:available|respond\w*|work\w*|configured|properly)|broken|unable|trouble|exception|crash\w*|full|corrupt\w*|denied|died|exited|abort\w*|locked|out of|could not)/,
        near(
          [
            'local',
            'internal',
            'system',
            'server',
            'database',
            'software',
            String.raw`config\w*`,
            'disk',
            'storage',
            'ldap',
            'lookup',
            'mysql',
            'sql',
            'io',
            'i/o',
            'i/o',
            'queue',
            'file',
            'write',
            'backend',
            'dead',
            'milter',
            'policy server',
            'policy service',
            'directory',
            'resolver',
            'filter',
            'script',
          ],
          40,
          [
            'error',
            'fail',
            'problem',
            'full',
            'down',
            'misconfig',
            'unavailable',
            'not (?:available|respond|work)',
            'broken',
            'unable',
            'trouble',
          ],
        ),
      ),
      example: '451 Local error in processing',
      source: 'google',
    },
    {
      id: 'cannot-open',
      pattern: either(
        /(?:error|fail\w*|problem|unable|trouble|cannot|could not|can't|exception)\b.{0,24}\b(?:creat|open|writ|lock|fork|queue|process|spawn|read|access|load|allocat|stor|sav|sync|rename|stat\b|chdir|exec|initiali[sz])\w*/,
        /unable to (?:create|open|write|lock|fork|deliver|queue|process|spawn|verify|look)/,
      ),
      example: '451 4.3.0 cannot open mail spool',
      source: 'sisimai',
    },
    {
      id: 'out-of-memory',
      pattern:
        /out of (?:memory|disk|space|swap|inodes|file descriptors|system resources)|insufficient (?:system|disk|memory|storage|space|free|swap|resources)|not enough (?:disk|system|space|memory|storage|swap)|no (?:space left|disk space|memory)|low (?:disk|on disk|space)|disk (?:is )?(?:full|space|error|quota system)|file ?system full/,
      example: '421 4.3.0 out of memory',
      source: 'programs',
    },
    {
      id: 'misconfigured',
      pattern:
        /mis-?configur|configuration (?:error|problem|fail\w*|fault)|server configuration|bad configuration|not (?:properly|correctly) configured/,
      example: '451 4.3.5 misconfigured server',
      source: 'memory',
    },
  ],
  trouble: [
    {
      id: 'transaction-failed',
      pattern: /^transaction failed\b/,
      ...UNEXPLAINED,
      example: '554 Transaction failed',
      source: 'rfc',
    },
    {
      id: 'for-now',
      pattern:
        /temporar(?:y|ily)|transient|for (?:the moment|now)|momentar|deferr?ed|at this time|delayed|later|requested action aborted|local error|unexpected error|unknown error/,
      example: '421 Please try again later',
      source: 'field-manual',
      ...UNEXPLAINED,
    },
    {
      id: 'try-later',
      pattern:
        /(?:try|retry|resend|send|come back|attempt|submit|deliver\w*) (?:it |this |your (?:mail|message) |the (?:mail|message) |delivery |to (?:send|deliver) |again |back |the transaction )*(?:again|later|in (?:a|an|some|\d+)|after|at a later|tomorrow|shortly)/,
      example: '451 GL: please retry in 180 seconds',
      source: 'sisimai',
      ...UNEXPLAINED,
    },
  ],
});
