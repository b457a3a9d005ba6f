/** NIST SP 800-63B-4 §3.1.1.2: of a password that is all there is. */
export const MIN_PASSWORD = 15;
export const MAX_PASSWORD = 128;

/** How long a browser stays signed in. */
export const SIGNED_IN_SECONDS = 14 * 24 * 3600;

/** Under which better-auth answers what a browser and a provider ask it for. */
export const AUTH_PATH = '/api/auth';

/** What the name of the cookie of a session has in it. */
export const SESSION_COOKIE = 'mxproof.session_token';

/** By which the provider of the installation is known. */
export const PROVIDER = 'oidc';

/** Below that of better-auth: where the provider sends people back to. */
export const CALLBACK_PATH = `/callback/${PROVIDER}`;

/** The page that says that the provider does not answer. */
export const PROVIDER_SILENT = '/sign-in?error=provider';

/** Where better-auth is told the address of whoever asks. */
export const ADDRESS_HEADER = 'x-mxproof-address';
