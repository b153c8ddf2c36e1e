import { useState, type DragEvent } from 'react';

const holdsFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** Files may be dropped on this part of the page. `over`: some hang above it. */
export function useDropOn(onFiles: ((files: readonly File[]) => void) | null) {
  const [over, setOver] = useState(false);
  if (onFiles === null) return { over: false, on: {} };
  return {
    over,
    on: {
      onDragOver: (event: DragEvent) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        // Leaving it altogether, not one part for another.
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      },
    },
  };
}
