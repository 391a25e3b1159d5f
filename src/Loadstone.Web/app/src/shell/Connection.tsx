import { isConnected } from '../state/server';

/** Says when the server cannot be reached; work goes on in the browser and is computed when it is back. */
export function Connection() {
  return (
    <span class="connection" role="status">
      {!isConnected.value && 'Connection lost: the design is kept here and computed when the server is back.'}
    </span>
  );
}
