namespace Loadstone.Numerics;

// The formula: coefficients, predictor, error estimates, choice of order and step. Names follow the book.
public sealed partial class BdfIntegrator
{
    private int InterpolationCoefficients(double time, Span<double> coefficients)
    {
        int order = Math.Max(1, _usedOrder);
        double delta = time - Time, c = 1, gamma = delta / _psi[0];
        for (int j = 1; j <= order; j++)
        {
            c *= gamma;
            coefficients[j] = c;
            gamma = (delta + _psi[j - 1]) / _psi[j];
        }
        return order;
    }

    private double SetCoefficients(out double leading)
    {
        int k = _order;
        if (_h != _usedStep || k != _usedOrder) _equalSteps = 0;
        _equalSteps = Math.Min(_equalSteps + 1, _usedOrder + 2);
        if (k + 1 >= _equalSteps)
        {
            _beta[0] = 1;
            _alpha[0] = 1;
            double temp1 = _h;
            _gamma[0] = 0;
            _sigma[0] = 1;
            for (int i = 1; i <= k; i++)
            {
                double temp2 = _psi[i - 1];
                _psi[i - 1] = temp1;
                _beta[i] = _beta[i - 1] * _psi[i - 1] / temp2;
                temp1 = temp2 + _h;
                _alpha[i] = _h / temp1;
                _sigma[i] = i * _sigma[i - 1] * _alpha[i];
                _gamma[i] = _gamma[i - 1] + _alpha[i - 1] / _h;
            }
            _psi[k] = temp1;
        }
        double alphaS = 0, alpha0 = 0;
        for (int i = 0; i < k; i++)
        {
            alphaS -= 1.0 / (i + 1);
            alpha0 -= _alpha[i];
        }
        leading = -alphaS / _h;
        double ck = Math.Max(Math.Abs(_alpha[k] + alphaS - alpha0), _alpha[k]);
        for (int i = _equalSteps; i <= k; i++)
        {
            double beta = _beta[i];
            double[] phi = _phi[i];
            for (int n = 0; n < _size; n++) phi[n] *= beta;
        }
        return ck;
    }

    private void Predict()
    {
        _phi[0].CopyTo(_predicted, 0);
        Array.Clear(_predictedSlope);
        for (int j = 1; j <= _order; j++)
        {
            double gamma = _gamma[j];
            double[] phi = _phi[j];
            for (int i = 0; i < _size; i++)
            {
                _predicted[i] += phi[i];
                _predictedSlope[i] += gamma * phi[i];
            }
        }
    }

    private void EstimateErrors(double norm, ref int newOrder, out double errorAtOrder, out double errorBelow, out double estimate)
    {
        int k = _order;
        errorAtOrder = estimate = _sigma[k] * norm;
        errorBelow = 0;
        if (k == 1) return;
        double term = (k + 1) * errorAtOrder;
        for (int i = 0; i < _size; i++) _work[i] = _phi[k][i] + _correction[i];
        errorBelow = _sigma[k - 1] * _system.Norm(_work, _weights);
        double termBelow = k * errorBelow;
        bool lower;
        if (k > 2)
        {
            for (int i = 0; i < _size; i++) _work[i] += _phi[k - 1][i];
            double termTwoBelow = (k - 1) * _sigma[k - 2] * _system.Norm(_work, _weights);
            lower = Math.Max(termBelow, termTwoBelow) <= term;
        }
        else
        {
            lower = termBelow <= 0.5 * term;
        }
        if (!lower) return;
        newOrder = k - 1;
        estimate = errorBelow;
    }

    private void Complete(int newOrder, double errorAtOrder, double errorBelow)
    {
        int k = _order;
        int orderChange = k - _usedOrder;
        _usedOrder = k;
        _usedStep = _h;
        if (newOrder == k - 1 || k == MaximumOrder) _startPhase = false;

        if (_startPhase)
        {
            _order++;
            _h *= 2;
        }
        else
        {
            double error = ChooseOrder(newOrder, orderChange, errorAtOrder, errorBelow);
            double ratio = Math.Pow(2 * error + 1e-4, -1.0 / (_order + 1));
            if (ratio >= 2) _h *= 2;
            else if (ratio <= 1) _h *= Math.Clamp(ratio, 0.5, 0.9);
        }

        if (_usedOrder < MaximumOrder) _correction.CopyTo(_phi[_usedOrder + 1], 0);
        for (int i = 0; i < _size; i++)
        {
            double sum = _phi[_usedOrder][i] + _correction[i];
            _phi[_usedOrder][i] = sum;
            for (int j = _usedOrder - 1; j >= 0; j--)
            {
                sum += _phi[j][i];
                _phi[j][i] = sum;
            }
        }
    }

    private double ChooseOrder(int newOrder, int orderChange, double errorAtOrder, double errorBelow)
    {
        int k = _order;
        if (newOrder == k - 1)
        {
            _order = k - 1;
            return errorBelow;
        }
        if (k == MaximumOrder || k + 1 >= _equalSteps || orderChange == 1) return errorAtOrder;
        for (int i = 0; i < _size; i++) _work[i] = _correction[i] - _phi[k + 1][i];
        double errorAbove = _system.Norm(_work, _weights) / (k + 2);
        double term = (k + 1) * errorAtOrder, termBelow = k * errorBelow, termAbove = (k + 2) * errorAbove;
        if (k == 1)
        {
            if (termAbove >= 0.5 * term) return errorAtOrder;
        }
        else
        {
            if (termBelow <= Math.Min(term, termAbove))
            {
                _order = k - 1;
                return errorBelow;
            }
            if (termAbove >= term) return errorAtOrder;
        }
        _order = k + 1;
        return errorAbove;
    }

    private void Restore()
    {
        for (int j = 1; j <= _order; j++) _psi[j - 1] = _psi[j] - _h;
        for (int j = _equalSteps; j <= _order; j++)
        {
            double inverse = 1 / _beta[j];
            double[] phi = _phi[j];
            for (int i = 0; i < _size; i++) phi[i] *= inverse;
        }
        // The spacing has been put back: the next attempt computes its coefficients anew.
        _equalSteps = 0;
        _usedStep = 0;
    }
}
