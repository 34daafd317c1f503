package org.bindfold.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleWeightedGraph;

/**
 * The residue interaction network of a complex: residues and the ligand are nodes; two are joined
 * when heavy atoms of theirs lie within 4.5 angstrom, with a length of one over the number of such
 * atom pairs, so that a path prefers broad contacts. Neighbours in sequence count like any others.
 *
 * <p>Building costs residues squared for the box test; a path is Dijkstra's (1959,
 * doi:10.1007/BF01386390), kept once found. Safe for use by several threads.
 */
public final class ResidueNetwork {
  private static final double CONTACT_ANGSTROM = 4.5;
  private static final int LIGAND = -1;

  private final List<Residue> residues;
  private final SimpleWeightedGraph<Integer, DefaultWeightedEdge> graph =
      new SimpleWeightedGraph<>(DefaultWeightedEdge.class);

  private final Map<ResidueId, List<Residue>> paths = new ConcurrentHashMap<>();

  /** The network of the scored chain of a complex. */
  public ResidueNetwork(Complex complex) {
    residues = complex.scoredChain().residues();
    graph.addVertex(LIGAND);
    for (int i = 0; i < residues.size(); i++) {
      graph.addVertex(i);
    }
    List<Extent> extents = residues.stream().map(r -> Extent.of(r.atoms())).toList();
    Extent ligand = Extent.of(complex.ligand().atoms());
    for (int i = 0; i < residues.size(); i++) {
      join(i, LIGAND, contacts(extents.get(i), ligand));
      for (int j = i + 1; j < residues.size(); j++) {
        join(i, j, contacts(extents.get(i), extents.get(j)));
      }
    }
  }

  /**
   * The residues from one to the ligand, both ends of the chain of contacts included but the ligand
   * itself not: a residue that touches the ligand gives a list of one.
   *
   * @return empty when no chain of contacts leads there
   */
  public List<Residue> pathToLigand(Residue from) {
    return paths.computeIfAbsent(from.id(), id -> search(from));
  }

  private List<Residue> search(Residue from) {
    int index = residues.indexOf(from);
    Optional<GraphPath<Integer, DefaultWeightedEdge>> path =
        index < 0
            ? Optional.empty()
            : Optional.ofNullable(DijkstraShortestPath.findPathBetween(graph, index, LIGAND));
    List<Residue> result = new ArrayList<>();
    path.ifPresent(
        p ->
            p.getVertexList().stream()
                .filter(v -> v != LIGAND)
                .map(residues::get)
                .forEach(result::add));
    return List.copyOf(result);
  }

  /** The residues of the scored chain, in chain order. */
  public List<Residue> residues() {
    return residues;
  }

  /** Calls back for every two residues in contact, once, the lower index first. */
  public void forEachContact(ContactVisitor visitor) {
    for (DefaultWeightedEdge edge : graph.edgeSet()) {
      int a = graph.getEdgeSource(edge);
      int b = graph.getEdgeTarget(edge);
      if (a != LIGAND && b != LIGAND) {
        visitor.contact(
            Math.min(a, b), Math.max(a, b), (int) Math.round(1 / graph.getEdgeWeight(edge)));
      }
    }
  }

  /** Indices into {@link #residues} of the residues in contact with the ligand, ascending. */
  public List<Integer> pocket() {
    return graph.edgesOf(LIGAND).stream()
        .map(e -> Math.max(graph.getEdgeSource(e), graph.getEdgeTarget(e)))
        .sorted()
        .toList();
  }

  /** Receives contacts. */
  @FunctionalInterface
  public interface ContactVisitor {
    /**
     * Two residues in contact.
     *
     * @param a index into {@link #residues}
     * @param b another, higher
     * @param atomPairs number of pairs of heavy atoms within 4.5 angstrom
     */
    void contact(int a, int b, int atomPairs);
  }

  private void join(int a, int b, int contacts) {
    if (contacts > 0) {
      DefaultWeightedEdge edge = graph.addEdge(a, b);
      graph.setEdgeWeight(edge, 1.0 / contacts);
    }
  }

  /**
   * Atoms and how far they go.
   *
   * @param reach the furthest of them from the first, and half a contact more, angstrom
   */
  private record Extent(List<TypedAtom> atoms, double reach) {
    static Extent of(List<TypedAtom> atoms) {
      double most = 0;
      for (TypedAtom atom : atoms) {
        most = Math.max(most, atom.position().distance(atoms.get(0).position()));
      }
      return new Extent(atoms, most + CONTACT_ANGSTROM / 2);
    }

    /** Whether it is too far from another for any contact: no need to look at all their atoms. */
    boolean isApart(Extent other) {
      return atoms.isEmpty()
          || other.atoms.isEmpty()
          || atoms.get(0).position().distance(other.atoms.get(0).position()) > reach + other.reach;
    }
  }

  private static int contacts(Extent a, Extent b) {
    if (a.isApart(b)) {
      return 0;
    }
    int count = 0;
    double squared = CONTACT_ANGSTROM * CONTACT_ANGSTROM;
    for (TypedAtom p : a.atoms) {
      for (TypedAtom q : b.atoms) {
        count += p.position().squaredDistance(q.position()) < squared ? 1 : 0;
      }
    }
    return count;
  }
}
