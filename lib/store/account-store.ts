import type { DBAdapterInstance } from 'better-auth';
import { ACCOUNT_ROLES, type AccountRole } from '@/lib/account';
import { newCheckId } from './check-id';
import type { Dialect } from './dialect';
import type { PrismaClient } from './generated/client';

/** Somebody who may sign in. */
export interface Account {
  id: string;
  email: string;
  /** Null: what everybody is who signs in. */
  role: AccountRole | null;
  createdAt: Date;
  /** When a browser was signed in last; null when none is signed in now. */
  signedInAt: Date | null;
}

/** A browser that is signed in. */
export interface SignedIn {
  id: string;
  createdAt: Date;
  expiresAt: Date;
  address: string | null;
  browser: string | null;
}

export interface KeptPasskey {
  id: string;
  name: string | null;
  createdAt: Date | null;
}

/** A link by which somebody chooses a password once. */
export interface Invitation {
  /** SHA-256 of its code. */
  hash: string;
  email: string;
  role: AccountRole | null;
  createdAt: Date;
  expiresAt: Date;
}

/** The part of the store that knows who may sign in, and who has. */
export interface AccountStore {
  /** What better-auth keeps, for it alone. */
  authDatabase(): Promise<DBAdapterInstance>;
  /** By address. */
  accounts(now: Date): Promise<Account[]>;
  /** One that nobody can sign in to yet. Returns its id. */
  addAccount(account: { email: string; role: AccountRole | null; at: Date }): Promise<string>;
  /** Its address; null when there is no such account. */
  addressOf(accountId: string): Promise<string | null>;
  hasAdmin(): Promise<boolean>;
  /** False when there is no such account. */
  setRole(id: string, role: AccountRole | null): Promise<boolean>;
  /** With everything by which it is known, and its invitations. Returns the address; null when there is no such account. */
  removeAccount(id: string): Promise<string | null>;
  /** Newest first; of those that have not run out. */
  signedIn(accountId: string, now: Date): Promise<SignedIn[]>;
  /** Ends one session of an account, or all but one. Returns how many there were. */
  endSessions(accountId: string, which: { only: string } | { but: string | null }): Promise<number>;
  /** Everything by which an account is known, password, passkeys, provider and sessions: somebody else may have them. */
  removeProofs(id: string): Promise<void>;
  passkeys(accountId: string): Promise<KeptPasskey[]>;
  removePasskeys(accountId: string): Promise<void>;
  /** False when the account has none of this id. */
  removePasskey(accountId: string, id: string): Promise<boolean>;
  /** In place of every other invitation of this address. */
  invite(invitation: Invitation): Promise<void>;
  /** What is open, by address. */
  invitations(now: Date): Promise<Invitation[]>;
  readInvitation(hash: string, now: Date): Promise<Invitation | null>;
  /** Once for each; null for a second time, or too late. */
  takeInvitation(hash: string, now: Date): Promise<Invitation | null>;
  /** The same for somebody who has proven the address. */
  takeInvitationOf(email: string, now: Date): Promise<Invitation | null>;
  /** False when there is none. */
  withdrawInvitation(email: string): Promise<boolean>;
  /** Sessions, invitations and what a browser was to bring back go when they have run out. */
  removeRunOut(now: Date): Promise<void>;
}

const ADDRESS = { orderBy: { email: 'asc' } } as const;

export function accountStore(prisma: PrismaClient, dialect: Dialect): AccountStore {
  const readInvitation = async (hash: string, now: Date): Promise<Invitation | null> => {
    const row = await prisma.invitation.findFirst({ where: { hash, expiresAt: { gt: now } } });
    return row && { ...row, role: keptRole(row.role) };
  };
  return {
    async authDatabase() {
      // Half a second, which an installation without accounts does not need.
      const { prismaAdapter } = await import('better-auth/adapters/prisma');
      return prismaAdapter(prisma, { provider: dialect.name });
    },

    async accounts(now) {
      const newest = {
        where: { expiresAt: { gt: now } },
        orderBy: { createdAt: 'desc' },
        take: 1,
        select: { createdAt: true },
      } as const;
      const rows = await prisma.authUser.findMany({ ...ADDRESS, include: { sessions: newest } });
      return rows.map(({ id, email, role, createdAt, sessions }) => ({
        id,
        email,
        role: keptRole(role),
        createdAt,
        signedInAt: sessions[0]?.createdAt ?? null,
      }));
    },

    async addAccount({ email, role, at }) {
      const id = newCheckId();
      // Whoever makes it says whose address it is.
      const kept = { id, email, name: email, emailVerified: true, role, createdAt: at, updatedAt: at };
      await prisma.authUser.createMany({ data: kept });
      return id;
    },

    hasAdmin: async () =>
      (await prisma.authUser.findFirst({ where: { role: 'admin' }, select: { id: true } })) !== null,

    async addressOf(id) {
      return (await prisma.authUser.findUnique({ where: { id }, select: { email: true } }))?.email ?? null;
    },

    async setRole(id, role) {
      return (await prisma.authUser.updateMany({ where: { id }, data: { role } })).count > 0;
    },

    async removeAccount(id) {
      const row = await prisma.authUser.findUnique({ where: { id }, select: { email: true } });
      if (row === null) return null;
      await prisma.$transaction([
        prisma.invitation.deleteMany({ where: row }),
        prisma.authUser.deleteMany({ where: { id } }),
      ]);
      return row.email;
    },

    async signedIn(userId, now) {
      const rows = await prisma.authSession.findMany({
        where: { userId, expiresAt: { gt: now } },
        orderBy: { createdAt: 'desc' },
      });
      return rows.map(({ id, createdAt, expiresAt, ipAddress, userAgent }) => ({
        id,
        createdAt,
        expiresAt,
        address: ipAddress || null,
        browser: userAgent || null,
      }));
    },

    async endSessions(userId, which) {
      const id = 'only' in which ? which.only : which.but === null ? undefined : { not: which.but };
      return (await prisma.authSession.deleteMany({ where: { userId, ...(id !== undefined && { id }) } }))
        .count;
    },

    async removeProofs(userId) {
      const where = { userId };
      await prisma.$transaction([
        prisma.authAccount.deleteMany({ where }),
        prisma.authPasskey.deleteMany({ where }),
        prisma.authSession.deleteMany({ where }),
      ]);
    },

    async passkeys(userId) {
      const rows = await prisma.authPasskey.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
      return rows.map(({ id, name, createdAt }) => ({ id, name, createdAt }));
    },

    async removePasskeys(userId) {
      await prisma.authPasskey.deleteMany({ where: { userId } });
    },

    async removePasskey(userId, id) {
      return (await prisma.authPasskey.deleteMany({ where: { userId, id } })).count > 0;
    },

    async invite(invitation) {
      await prisma.$transaction([
        prisma.invitation.deleteMany({ where: { email: invitation.email } }),
        prisma.invitation.createMany({ data: invitation }),
      ]);
    },

    async invitations(now) {
      const rows = await prisma.invitation.findMany({ ...ADDRESS, where: { expiresAt: { gt: now } } });
      return rows.map((row) => ({ ...row, role: keptRole(row.role) }));
    },

    readInvitation,

    async takeInvitation(hash, now) {
      const invitation = await readInvitation(hash, now);
      const { count } = await prisma.invitation.deleteMany({ where: { hash } });
      return count === 1 ? invitation : null;
    },

    async takeInvitationOf(email, now) {
      const row = await prisma.invitation.findFirst({ where: { email, expiresAt: { gt: now } } });
      const { count } = await prisma.invitation.deleteMany({ where: { email } });
      return row === null || count === 0 ? null : { ...row, role: keptRole(row.role) };
    },

    async removeRunOut(now) {
      const where = { expiresAt: { lte: now } };
      await prisma.$transaction([
        prisma.authSession.deleteMany({ where }),
        prisma.authVerification.deleteMany({ where }),
        prisma.invitation.deleteMany({ where }),
      ]);
    },

    async withdrawInvitation(email) {
      return (await prisma.invitation.deleteMany({ where: { email } })).count > 0;
    },
  };
}

/** What is kept as a role; what is none gives the least. */
export function keptRole(text: string | null | undefined): AccountRole | null {
  if (text === null || text === undefined) return null;
  return ACCOUNT_ROLES.find((role) => role === text) ?? 'checker';
}
