import classes from './Avatar.module.css';

interface AvatarProps {
  initials: string;
  /** The accent is the reader's own; the other side has its own quiet colour. */
  tone?: 'mine' | 'theirs';
  size?: number;
  /** A dot: is here now. */
  here?: boolean;
}

/** Initials in a circle. The name stands beside it in words, so it says nothing to a screen reader. */
export function Avatar({ initials, tone = 'theirs', size = 40, here = false }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classes.avatar}
      data-tone={tone}
      data-here={here || undefined}
      style={{ width: size, height: size, fontSize: size * 0.38 }}
    >
      {initials}
    </span>
  );
}
