/** What an account may be. */
export const ACCOUNT_ROLES = ['checker', 'operator', 'sender', 'admin'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** What a token may be used for. */
export const TOKEN_SCOPES = ['hand-over', 'check', 'read', 'note', 'watch', 'explain'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** What is written down of who does it. */
export const AUDIT_ACTIONS = [
  'check-started',
  'message-sent',
  'check-stopped',
  'retest-asked',
  'retest-stopped',
  'check-removed',
  'mail-removed',
  'domain-removed',
  'check-kept',
  'check-let-go',
  'mail-kept',
  'mail-let-go',
  'message-read',
  'link-made',
  'link-taken-back',
  'mail-link-made',
  'mail-link-taken-back',
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'sessions-ended',
  'password-chosen',
  'provider-joined',
  'passkey-added',
  'passkey-removed',
  'account-invited',
  'invitation-withdrawn',
  'account-role-changed',
  'account-removed',
  'sign-in-chosen',
  'token-made',
  'token-revoked',
  'watch-started',
  'watch-changed',
  'watch-paused',
  'watch-resumed',
  'watch-ended',
  'receiver-added',
  'receiver-changed',
  'receiver-tested',
  'receiver-removed',
  'note-written',
  'note-edited',
  'note-removed',
  'batch-started',
  'batch-paused',
  'batch-resumed',
  'batch-stopped',
  'batch-removed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];
