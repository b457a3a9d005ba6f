import { either, near } from '../phrase';
import { rowsOf } from '../row';

/** A login is wanted, or was not accepted. */
export const AUTH_REQUIRED = rowsOf('auth-required', {
  login: [
    {
      id: 'login-wanted',
      pattern: either(
        /^(?:smtp )?auth\w*(?: is)? (?:required|needed)/,
        /turn on smtp auth|smtp authentication in your (?:mail|e-?mail) (?:client|program)/,
      ),
      example: '530 Authentication is required',
      source: 'google',
    },
    {
      id: 'pop-before',
      pattern: either(
        /pop(?:3)?[ -](?:before|auth)|read (?:your )?(?:mail|e-?mail) first/,
        /check (?:the )?'?my server requires/,
      ),
      example: '550 you must check for new mail before sending (POP before SMTP)',
      source: 'memory',
    },
  ],
  credentials: [
    {
      id: 'authentication',
      pattern: either(
        /(?:smtp )?auth(?:entication|enticate|entification|orization)?\b.{0,24}\b(?:required|needed|necessary|failed|failure|fails|unsuccessful|rejected|denied|invalid|error|incorrect|not (?:enabled|available|supported|allowed|successful|accepted|complete)|disabled|mandatory|first|aborted|cancell?ed|credentials|exchange|mechanism|unrecogni[sz]ed|too weak)/,
        /auth\w*\b.{0,12}(?:required|first|fail)/,
        /smtp auth/,
        /authentication (?:type|mechanism|method)/,
      ),
      example: '503 AUTH command required first',
      source: 'google',
    },
    {
      id: 'please-log',
      pattern: either(
        /(?:please|must|need to|have to|should|first) (?:log ?-?in|sign ?in|authenticate)/,
        /(?:log|sign) ?-?in (?:with|via|through|using|required)/,
        /application-specific password|app password|web ?login required|two-?factor/,
      ),
      example: '554 please log in first',
      source: 'google',
    },
    {
      id: 'not-authenticated',
      pattern: either(/not (?:logged[ -]in|authenticated|authorized to use this server)/, /unauthenticated/),
      example: '550 5.7.1 Client was not authenticated',
      source: 'sisimai',
    },
    {
      id: 'credentials',
      pattern: either(
        /(?:password|credentials?|login|log-?in|sasl|passwd)\b.{0,30}\b(?:fail\w*|incorrect|invalid|wrong|not (?:accepted|match|valid|correct|recogni[sz]ed)|rejected|denied|required|expired|mismatch|error|bad)/,
        near(['password', 'username', 'credentials'], 24, [
          'not accepted',
          'incorrect',
          'rejected',
          'required',
          'expired',
        ]),
      ),
      example: '535 5.7.80 Username and Password not accepted. - gsmtp',
      source: 'google',
    },
    {
      id: 'wrong-credentials',
      pattern:
        /(?:unrecogni[sz]ed|unsupported|unknown|invalid|incorrect|bad|wrong|no|missing) (?:smtp )?(?:auth\w*|credentials?|login|user ?name|password|sasl|mechanism)/,
      example: '535 Incorrect authentication data',
      source: 'memory',
    },
    {
      id: 'anonymous-clients',
      pattern: either(
        /(?:anonymous|unauthenticated) (?:users?|clients?|senders?|access|relay|connections?|smtp)\b/,
        /(?:without|requires?|needs?|use|enable|no) (?:smtp[ -]?)?(?:auth(?:entication)?|login|log[ -]?in)\b/,
      ),
      example: '550 5.7.1 Anonymous clients are not allowed to submit',
      source: 'memory',
    },
  ],
});
