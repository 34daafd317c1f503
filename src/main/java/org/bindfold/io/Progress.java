package org.bindfold.io;

/** Is told how far a long job is. Steps may come from several threads at once. */
public interface Progress {
  /** Tells nobody. */
  Progress SILENT =
      new Progress() {
        @Override
        public void begin(int steps) {}

        @Override
        public void step() {}

        @Override
        public void end() {}
      };

  /** A job of so many steps begins. */
  void begin(int steps);

  /** One step is done. */
  void step();

  /** The job is over, done or not. */
  void end();
}
