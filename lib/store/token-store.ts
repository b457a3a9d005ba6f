import { TOKEN_SCOPES, type TokenScope } from '@/lib/account';
import type { Dialect } from './dialect';
import type { PrismaClient } from './generated/client';

/** By which a program is known; its value is kept nowhere. */
interface Token {
  id: string;
  /** Of no other token. */
  name: string;
  scopes: TokenScope[];
  createdAt: Date;
  /** Null: somebody who was not signed in. */
  createdBy: string | null;
  lastUsedAt: Date | null;
}

/** The part of the store that knows programs. */
export interface TokenStore {
  /** False when another one has this name. */
  addToken(token: Omit<Token, 'lastUsedAt'>, hash: string): Promise<boolean>;
  /** By name. */
  tokens(): Promise<Token[]>;
  /** By the SHA-256 of its value; null when there is none. */
  findToken(hash: string): Promise<Token | null>;
  useToken(id: string, at: Date): Promise<void>;
  /** Returns its name; null when there is no such token. */
  removeToken(id: string): Promise<string | null>;
}

export function tokenStore(prisma: PrismaClient, dialect: Dialect): TokenStore {
  return {
    async addToken({ scopes, ...token }, hash) {
      const { name } = token;
      return dialect.alone(async (tx) => {
        if ((await tx.token.findUnique({ where: { name } })) !== null) return false;
        await tx.token.createMany({ data: { ...token, hash, scopes: scopes.join(',') } });
        return true;
      });
    },
    tokens: async () => (await prisma.token.findMany({ orderBy: { name: 'asc' } })).map(tokenOf),
    async findToken(hash) {
      const row = await prisma.token.findUnique({ where: { hash } });
      return row && tokenOf(row);
    },
    async useToken(id, at) {
      await prisma.token.updateMany({ where: { id }, data: { lastUsedAt: at } });
    },
    async removeToken(id) {
      const row = await prisma.token.findUnique({ where: { id }, select: { name: true } });
      await prisma.token.deleteMany({ where: { id } });
      return row?.name ?? null;
    },
  };
}

function tokenOf(row: Omit<Token, 'scopes'> & { scopes: string }): Token {
  const { id, name, createdAt, createdBy, lastUsedAt } = row;
  const kept = row.scopes.split(',');
  return {
    id,
    name,
    scopes: TOKEN_SCOPES.filter((scope) => kept.includes(scope)),
    createdAt,
    createdBy,
    lastUsedAt,
  };
}
