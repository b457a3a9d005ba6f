import type { AuditAction } from '@/lib/account';

/** What each action is called after the name of whoever did it. */
export const ACTION_WORDS: Readonly<Record<AuditAction, string>> = {
  'check-started': 'started a check of',
  'message-sent': 'sent a message to',
  'check-stopped': 'stopped the check',
  'check-removed': 'removed the check',
  'mail-removed': 'removed the mail',
  'domain-removed': 'removed everything of',
  'message-read': 'read the message of',
  'signed-in': 'signed in by',
  'sign-in-failed': 'gave a wrong password for',
  'signed-out': 'signed out',
  'sessions-ended': 'ended sessions of',
  'password-chosen': 'chose a password for',
  'provider-joined': 'took an account over by the provider',
  'passkey-added': 'added a passkey',
  'passkey-removed': 'removed a passkey of',
  'account-invited': 'made a link for a password of',
  'invitation-withdrawn': 'withdrew the link of',
  'account-role-changed': 'changed a role:',
  'account-removed': 'removed the account',
  'sign-in-chosen': 'chose how people sign in:',
  'token-made': 'made the token',
  'token-revoked': 'revoked the token',
};
