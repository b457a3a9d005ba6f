import { contactMailRoute } from '@/lib/server/http/routes/proofs';

export const GET = contactMailRoute.handler;
