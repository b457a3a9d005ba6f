import { either } from '../phrase';
import { rowsOf } from '../row';

/** No time for now. */
export const BUSY = rowsOf('busy', {
  busy: [
    {
      id: 'server-unavailable',
      pattern:
        /(?:server|service|system|site|host|mail ?server|smtp|gateway|resources?|queue|facility)\b.{0,30}\b(?:temporarily |currently |is |are |was |not |being |going |in |for |under |momentarily |shutting |closing |too )*(?:unavailable|not available|busy|down|offline|maintenance|shutdown|restart\w*|shutting|closing|overload\w*|out of (?:resources|processes|connections)|stopp(?:ed|ing)|suspended|congest\w*|full|not ready)/,
      example: '450 server too busy',
      source: 'google',
    },
    {
      id: 'shutting-down',
      pattern:
        /shut(?:ting)? ?down|closing (?:transmission|channel|connection|session|control|link)|service closing|going (?:down|offline)|maintenance|congest\w*/,
      example: '450 4.7.1 maintenance ongoing, try again later',
      source: 'google',
    },
    { id: 'busy', pattern: /\bbus(?:y|ier)\b/, example: '421 Too busy, try later', source: 'memory' },
    {
      id: 'overload',
      pattern: either(
        /over ?-?load\w*|(?:high|heavy|excessive|too (?:much|high)|server|system|cpu|current) load|load (?:is |average |too |limit|on|shedding)|under (?:heavy )?load/,
        /load (?:too|average|is)/,
      ),
      example: '421 too high system load',
      source: 'memory',
    },
    {
      id: 'unavailable-for-now',
      pattern: either(
        /(?:temporarily|currently) (?:unavailable|deferred|not available|unable to (?:accept|process|handle)|suspended|rejecting|not accepting)/,
        /(?:try|connect|call|come back|contact us) (?:again |back )?(?:in a (?:few|while)|when)/,
      ),
      example: '421 4.4.5 Directory harvest protection: temporarily not available',
      source: 'memory',
    },
    {
      id: 'too-many-process',
      pattern: either(
        /too many process/,
        /(?:all|no) (?:\w+ ){0,3}(?:ports|processes|slots|lines|threads|workers|connections|servers|resources) (?:are |is )?(?:busy|available|in use|free|left)/,
      ),
      example: '450 too many processes running, try later',
      source: 'memory',
    },
    {
      id: 'no-resources',
      pattern: either(
        /resources/,
        /resources?\b.{0,20}(?:unavailable|exhausted|low|shortage|limit|temporarily)|out of resources|insufficient (?:server )?resources|low on resources/,
        /concurrency/,
      ),
      example: '421 4.3.2 No system resources',
      source: 'programs',
    },
  ],
});
