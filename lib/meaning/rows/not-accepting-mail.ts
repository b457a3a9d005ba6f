import { either } from '../phrase';
import { rowsOf } from '../row';

/** No mail is taken here. */
export const NOT_ACCEPTING_MAIL = rowsOf('not-accepting-mail', {
  'no-mail': [
    {
      id: 'not-accepting-in-greeting',
      pattern: /\besmtp not accepting (?:messages|connections)/,
      stages: ['greeting'],
      side: 'unknown',
      whoActs: 'unknown',
      meaning: 'The server let nobody in, or not this client: it said so in place of a greeting.',
      example: '554 mx1.example.net ESMTP not accepting messages',
      source: 'programs',
    },
    {
      id: 'does-not-accept-mail',
      pattern: either(
        /(?:does(?: not|n't)|do not|not|never|no longer) (?:currently )?(?:accept|receiv|tak)(?:e|es|ing|ed)? (?:any )?(?:e-?mails?|mails?|incoming|inbound|smtp|messages)/,
        /(?:host|server|system|machine|domain|service|address) (?:does(?: not|n't)|do not|is not|isn't|will not|no longer|never) (?:currently )?(?:accept(?:ing)?|receiv(?:e|ing)|tak(?:e|ing)|configured to (?:accept|receive)) (?:any )?(?:e-?mail|mail|incoming|inbound|smtp|messages|connections|network mail)/,
      ),
      example: '521 Host does not accept mail',
      source: 'sisimai',
    },
    {
      id: 'no-mail-here',
      pattern: either(
        /no (?:e-?mail|mail|smtp) (?:is )?(?:accepted|received|service|server|here)/,
        /not a mail (?:server|exchanger|host)/,
        /does not (?:run|have|operate) (?:a |an )?(?:mail|smtp)/,
        /null ?mx/,
      ),
      example: '521 no mail here',
      source: 'memory',
    },
    {
      id: 'not-accepting-network-messages',
      pattern:
        /not (?:currently )?accepting (?:network |e-?mail |mail |any |incoming |inbound |smtp )*(?:messages|mail|e-?mail|connections)/,
      example: '452 4.3.2 System not accepting network messages',
      source: 'programs',
    },
    {
      id: 'mail-service-disabled',
      pattern: either(
        /(?:mail|smtp|e-?mail) (?:service |server |delivery )?(?:has been |is )?(?:disabled|turned off|switched off|not (?:in use|offered|provided|enabled))/,
        /mail service (?:is )?(?:disabled|not (?:available|provided))/,
      ),
      example: '554 5.3.2 mail service disabled on this host',
      source: 'memory',
    },
    {
      id: 'do-not-reply',
      pattern: /(?:unattended|unmonitored|no-?reply|do not reply|outgoing only|send-?only|outbound only)/,
      example: '550 do not reply to this address; mailbox is not monitored',
      source: 'memory',
    },
  ],
});
