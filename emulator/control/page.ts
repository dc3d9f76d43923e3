export function renderControlPage(): string {
  return "<!doctype html><title>Emulator</title>";
}
