-- CreateEnum
CREATE TYPE "personal_time" AS ENUM ('FIRST', 'LAST');

-- AlterTable
ALTER TABLE "agenda_item" ADD COLUMN     "settled_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "personal_time" "personal_time" NOT NULL DEFAULT 'FIRST',
ADD COLUMN     "proposed_by_id" UUID,
ADD COLUMN     "started_from" "meeting_state",
ADD COLUMN     "summary_by_id" UUID;

-- Until now whoever planned a meeting had proposed its time.
UPDATE "meeting" SET "proposed_by_id" = "planned_by_id";
ALTER TABLE "meeting" ALTER COLUMN "proposed_by_id" SET NOT NULL;
