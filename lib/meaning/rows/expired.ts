import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** The time to deliver is over. */
export const EXPIRED = rowsOf('expired', {
  expired: [
    {
      id: 'retry-timeout-exceeded',
      pattern:
        /\bretr(?:y|ies) limit|delivery expired|(?:message|mail) (?:is )?too old|(?:not|n't) be deliver\w* (?:for|within|in|after) (?:\d+|a|several) (?:days?|hours?|weeks?)|(?:message|delivery time|mail) expired|\b(?:in|on) (?:the |our )?queue (?:for )?too long|retry time(?:out)? (?:not reached|exceeded)|expired (?:in|from) (?:the )?queue/,
      example: '550 retry timeout exceeded',
      source: 'programs',
    },
  ],
  'too-old': [
    {
      id: 'giving-up',
      pattern: either(
        /giv(?:en?|ing) up|gave up|no more (?:retries|attempts)|too many (?:retries|delivery attempts)|retr(?:y|ies) (?:limit|count|exceeded|exhausted)|maximum (?:retries|delivery (?:attempts|time))/,
        /retries? (?:exceeded|exhausted)/,
      ),
      example: '550 giving up on',
      source: 'sisimai',
    },
    {
      id: 'still-in-queue',
      pattern: either(
        /(?:been|stayed|was|still) (?:in|on) (?:the |our )?queue (?:for|too|longer|more|after)|too long (?:in|on) (?:the )?queue|still (?:undelivered|in queue)|delivery (?:has been )?(?:delayed|failed) (?:for|after)/,
        /\bin the queue too long\b/,
      ),
      example: '550 message was still in the queue after 120 hours and is returned',
      source: 'sisimai',
    },
    {
      id: 'attempts-exhausted',
      pattern: either(
        /(?:attempts|retries|tries) (?:were |are |have been )?exhausted/,
        /(?:could not|couldn't|cannot|unable to|not been|can't) (?:be )?deliver\w*\b.{0,24}\b(?:for|within|in|after) (?:the |more than |over |last |past )*(?:\d+|an?|several|some|allotted|time) ?(?:days?|hours?|minutes|time|weeks?)?/,
      ),
      example: '550 delivery attempts exhausted after 5 days',
      source: 'memory',
    },
    {
      id: 'expired-in-queue',
      pattern: either(
        /(?:message|mail|delivery|retry|queue|bounce)\b.{0,30}\b(?:expired|expir\w+|too old|time-?out exceeded|time ?limit exceeded|timed out after \d+ (?:days|hours))/,
        /(?:retry|delivery|queue|queuing|message) (?:time ?out|timeout|time|lifetime|period|limit)s?\b.{0,24}(?:exceed\w*|expired|reached|over)/,
        near(['message', 'mail', 'delivery', 'retry', 'queue', 'lifetime'], 30, [
          'expired',
          'too old',
          'retry time',
        ]),
        /retry time(?:out)?/,
        /queue (?:lifetime|time)/,
        /delivery time/,
      ),
      example: '554 delivery timed out after 4 days in queue',
      source: 'memory',
    },
    {
      id: 'not-delivered-for',
      pattern: near(
        [
          'could not be delivered',
          'undeliverable',
          'not been delivered',
          'been in the queue',
          'been frozen',
          'been trying',
        ],
        20,
        ['for', 'within', 'in'],
      ),
      example: '550 could not be delivered for',
      source: 'sisimai',
    },
  ],
});
