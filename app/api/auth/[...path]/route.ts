import { answerAuth } from '@/lib/server/http/auth-route';

export { answerAuth as GET, answerAuth as POST };
