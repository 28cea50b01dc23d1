-- AlterTable
-- Notes that were written before get an id now; later ones bring theirs.
ALTER TABLE "private_note" DROP CONSTRAINT "private_note_pkey",
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ADD CONSTRAINT "private_note_pkey" PRIMARY KEY ("id");
ALTER TABLE "private_note" ALTER COLUMN "id" DROP DEFAULT;

-- CreateIndex
CREATE UNIQUE INDEX "private_note_meeting_id_owner_id_key" ON "private_note"("meeting_id", "owner_id");
