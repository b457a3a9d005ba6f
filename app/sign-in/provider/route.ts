import { answerToProvider } from '@/lib/server/http/auth-route';

export { answerToProvider as GET };
